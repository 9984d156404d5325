-- What retention-service has heard of persons, files and consents. Ids, days and codes only.

-- in_force: the deadlines last announced, so that an unchanged one is not announced again.
create table known_person (
    person_id     uuid    not null primary key,
    unit          text,
    registered_on date,
    erased        boolean not null default false,
    last_activity timestamptz,
    in_force      text    not null default '[]'
);

create table known_file (
    file_id         uuid    not null primary key,
    person_id       uuid    not null,
    unit            text    not null,
    opened_on       date,
    last_contact_on date,
    contacts        integer not null default 0
);

create index known_file_person on known_file (person_id);

create table known_contact (
    contact_id uuid not null primary key,
    file_id    uuid not null
);

create index known_contact_file on known_contact (file_id);

create table known_consent (
    consent_id   uuid    not null primary key,
    person_id    uuid    not null,
    compartments text[]  not null,
    withdrawn_on date,
    lapsed       boolean not null default false
);

create index known_consent_person on known_consent (person_id);

-- The deadlines in force: a projection of DeadlineSet and DeadlineLifted.
create table deadline (
    person_id    uuid   not null,
    file_id      uuid,
    unit         text   not null,
    rule         text   not null,
    compartments text[] not null,
    since        date   not null,
    due_on       date   not null,
    unique nulls not distinct (person_id, file_id, rule)
);

create index deadline_due on deadline (due_on);
