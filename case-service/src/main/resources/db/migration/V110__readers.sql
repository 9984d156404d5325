-- What was read about persons in other services, as their access journals told. Kept a year, as there.
create table reading_elsewhere (
    access_id    uuid        not null primary key,
    person_ids   uuid[]      not null,
    reader_id    uuid        not null,
    role         text        not null,
    unit         text,
    compartments text[]      not null,
    reason       text        not null,
    opened_at    timestamptz not null
);

create index reading_elsewhere_persons on reading_elsewhere using gin (person_ids);
create index reading_elsewhere_age on reading_elsewhere (opened_at);
