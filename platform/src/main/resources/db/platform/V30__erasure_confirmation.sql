-- How far this service is with each erasure run, until retention-service knows.
create table erasure_run (
    erasure_id uuid   not null primary key,
    person_ids uuid[] not null,
    told       text[] not null default '{}'
);

create table erasure_part (
    erasure_id uuid not null,
    phase      text not null,
    person_id  uuid not null,
    primary key (erasure_id, phase, person_id)
);
