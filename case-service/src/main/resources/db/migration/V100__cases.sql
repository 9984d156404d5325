-- What readers are shown, made from events and made again whenever it is dropped. Personal data is sealed in it.

create table person (
    person_id      uuid        not null primary key,
    unit           text,
    identity       text,
    demographics   text,
    erasure_id     uuid,
    grace_ends_at  timestamptz,
    erased_on      date,
    certificate_id uuid,
    unreadable     text[]      not null default '{}'
);

create table case_file (
    file_id         uuid    not null primary key,
    person_id       uuid    not null,
    unit            text    not null,
    opened_on       date    not null,
    referent        uuid    not null,
    last_contact_on date,
    contacts        integer not null default 0,
    erased_on       date
);

create index case_file_unit on case_file (unit);
create index case_file_person on case_file (person_id);

create table contact (
    contact_id   uuid        not null primary key,
    file_id      uuid        not null,
    person_id    uuid        not null,
    date         date        not null,
    text         text,
    codes        text,
    health_codes text,
    mentioned    uuid[]      not null,
    author       uuid        not null,
    recorded_at  timestamptz not null,
    unreadable   text[]      not null default '{}'
);

create index contact_of_file on contact (file_id, date desc, recorded_at desc);
create index contact_of_person on contact (person_id);

-- One file per person: claimed in the transaction that opens it, so it is no read model and is never dropped.
create table file_of_person (
    person_id uuid not null primary key,
    file_id   uuid not null unique
);

-- What retention-service last said of each file.
create table deadline (
    person_id    uuid   not null,
    file_id      uuid,
    rule         text   not null,
    compartments text[] not null,
    due_on       date   not null,
    unique nulls not distinct (person_id, file_id, rule)
);

create index deadline_of_file on deadline (file_id);

-- Persons whose unreadable events are still to be deleted: rows younger than the gap timeout must wait.
create table pruning_order (
    erasure_id uuid   not null,
    person_id  uuid   not null,
    keys       text[] not null,
    primary key (erasure_id, person_id)
);
