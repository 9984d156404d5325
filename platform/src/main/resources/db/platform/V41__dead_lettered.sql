-- What is kept aside, and whom it is about: ids alone. The message itself lies on the dead-letter topic.
create table dead_lettered (
    consumer    text        not null,
    topic       text        not null,
    "partition" integer     not null,
    "offset"    bigint      not null,
    subjects    uuid[]      not null,
    code        text        not null,
    kept_at     timestamptz not null default now(),
    primary key (consumer, topic, "partition", "offset")
);

create index dead_lettered_subjects on dead_lettered using gin (subjects);

-- Erasure runs whose persons are suspended, until retention-service knows that this service has caught up with that.
create table suspended_run (
    erasure_id uuid    not null primary key,
    person_ids uuid[]  not null
);
