-- The figures. They are of no one: no person, no worker.
create table total (
    year    integer not null,
    unit    text    not null,
    measure text    not null,
    area    text    not null,
    value   bigint  not null check (value >= 0),
    primary key (year, unit, measure, area)
);

-- What each living person has contributed to them, sealed under that person's own key of the compartment.
create table contribution_set (
    person_id     uuid not null,
    compartment   text not null,
    contributions text not null,
    primary key (person_id, compartment)
);

-- Parts of contacts that cannot be counted while a key is suspended, their codes as sealed as they came.
create table awaiting_key (
    person_id   uuid  not null,
    compartment text  not null,
    contact_id  uuid  not null,
    share       jsonb not null,
    primary key (person_id, compartment, contact_id)
);

-- The share of those who can no longer be counted, as the last rebuild found it.
create table folded (
    year    integer not null,
    unit    text    not null,
    measure text    not null,
    area    text    not null,
    value   bigint  not null,
    primary key (year, unit, measure, area)
);
