-- Who may deal with a person's consents: whoever may read their file, learnt from case-service.

-- of two units, the one heard of last in time is theirs: a file and its person lie on different partitions
alter table person
    add column unit_at timestamptz,
    add column file_id uuid;

create table exclusion (
    exclusion_id uuid not null primary key,
    person_id    uuid not null,
    worker_id    uuid not null,
    ask          uuid not null,
    unique (person_id, worker_id)
);

create table restriction (
    person_id          uuid    not null primary key,
    workers            uuid[]  not null,
    exceptional_access boolean not null,
    ask                uuid    not null
);

create table exceptional_access (
    access_id uuid        not null primary key,
    person_id uuid        not null,
    worker_id uuid        not null,
    until     timestamptz not null
);

create index exceptional_access_of_person on exceptional_access (person_id, worker_id, until);

-- Records of one person: what the person agreed to in either holds for the one that is kept.
create table merged_person (
    duplicate_id uuid    not null primary key,
    person_id    uuid    not null,
    settled      boolean not null default false
);

create index merged_person_kept on merged_person (person_id);
