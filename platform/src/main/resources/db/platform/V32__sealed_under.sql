-- Which aggregates hold something sealed under a person's keys, written as events are appended: pruning looks here.
create table sealed_under (
    person_id            uuid not null,
    aggregate_identifier text not null,
    primary key (person_id, aggregate_identifier)
);
