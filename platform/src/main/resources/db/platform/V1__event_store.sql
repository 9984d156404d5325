-- What every service needs to remember events and to apply the events of others once.
-- Versions 1 to 99 are the platform's; a service numbers its own migrations from V100.

create table domain_event (
    global_index         bigint generated always as identity primary key,
    event_identifier     text        not null unique,
    aggregate_identifier text        not null,
    sequence_number      bigint      not null,
    type                 text,
    recorded_at          timestamptz not null,
    payload_type         text        not null,
    payload_revision     text,
    payload              bytea       not null,
    meta_data            bytea,
    unique (aggregate_identifier, sequence_number)
);

create table snapshot_event (
    event_identifier     text        not null unique,
    aggregate_identifier text        not null,
    sequence_number      bigint      not null,
    type                 text        not null,
    recorded_at          timestamptz not null,
    payload_type         text        not null,
    payload_revision     text,
    payload              bytea       not null,
    meta_data            bytea,
    primary key (aggregate_identifier, sequence_number)
);

-- How far each event processor has read.
create table token_entry (
    processor_name text    not null,
    segment        integer not null,
    token          bytea,
    token_type     text,
    recorded_at    text,
    owner          text,
    primary key (processor_name, segment)
);

-- The keys whose removal this service was told of: an event that they alone seal is unreadable and may be pruned.
create table removed_key (
    key_id     text        not null primary key,
    recorded_at timestamptz not null default now()
);

-- The messages whose effect is in this database, written in the transaction that applied them.
create table applied_message (
    consumer   text        not null,
    event_id   uuid        not null,
    applied_at timestamptz not null default now(),
    primary key (consumer, event_id)
);

create index applied_message_age on applied_message using brin (applied_at);
