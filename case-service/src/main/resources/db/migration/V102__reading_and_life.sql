-- Who may not read about a person, who alone may, and who read all the same; and the life of a file.

create table exclusion (
    exclusion_id uuid        not null primary key,
    person_id    uuid        not null,
    worker_id    uuid        not null,
    ask          uuid        not null,
    reason       text        not null,
    at           timestamptz not null,
    unique (person_id, worker_id)
);

create table restriction (
    person_id          uuid        not null primary key,
    restriction_id     uuid        not null,
    workers            uuid[]      not null,
    exceptional_access boolean     not null,
    ask                uuid        not null,
    reason             text        not null,
    at                 timestamptz not null
);

create table exceptional_access (
    access_id   uuid        not null primary key,
    person_id   uuid        not null,
    file_id     uuid        not null,
    worker_id   uuid        not null,
    referent    uuid,
    reason      text        not null,
    reason_text text,
    key_id      text        not null,
    at          timestamptz not null,
    until       timestamptz not null,
    seen_at     timestamptz
);

create index exceptional_access_of_person on exceptional_access (person_id, worker_id, until);
create index exceptional_access_of_file on exceptional_access (file_id);

alter table case_file
    alter column referent drop not null,
    add column closed_on date,
    add column closing_reason text;

create index case_file_referent on case_file (referent);
