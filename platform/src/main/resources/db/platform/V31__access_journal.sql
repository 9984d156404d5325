-- The access journal: who opened whose data, what of it, why and when. Entries go after a year; the hashes stay.
create table access_entry (
    entry_index           bigint      not null primary key,
    access_id             uuid        not null,
    person_ids            uuid[]      not null,
    file_id               uuid,
    reader_id             uuid        not null,
    role                  text        not null,
    unit                  text,
    compartments          text[]      not null,
    reason                text        not null,
    exceptional_access_id uuid,
    opened_at             timestamptz not null,
    salt                  text        not null
);

create index access_entry_file on access_entry (file_id) where file_id is not null;
create index access_entry_persons on access_entry using gin (person_ids);

-- The roots of the Merkle tree's complete subtrees (RFC 9162); level 0 holds the leaves.
create table access_node (
    level    smallint not null,
    position bigint   not null,
    hash     bytea    not null,
    primary key (level, position)
);

-- How far the journal is: one row, which whoever appends locks.
create table access_head (
    size       bigint not null,
    first_kept bigint not null,
    peaks      bytea  not null
);

create unique index access_head_is_one on access_head ((true));

insert into access_head (size, first_kept, peaks) values (0, 0, '');
