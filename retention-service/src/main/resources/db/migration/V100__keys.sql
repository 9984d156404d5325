-- Content keys, wrapped under an epoch key that lies outside every database, and what is remembered of those removed.

create table epoch (
    number       integer     not null primary key,
    since        timestamptz not null,
    retired_at   timestamptz,
    destroyed_at timestamptz
);

create unique index one_current_epoch on epoch ((true)) where retired_at is null;

-- No foreign key and no index on epoch: rotation rewrites it in every row, and keeps it true.
create table content_key (
    person_id   uuid    not null,
    compartment text    not null,
    generation  integer not null,
    wrapped     bytea   not null,
    epoch       integer not null,
    state       text    not null default 'live' check (state in ('live', 'suspended')),
    erasure_id  uuid,
    primary key (person_id, compartment, generation),
    check ((state = 'suspended') = (erasure_id is not null))
);

create index content_key_erasure on content_key (erasure_id) where erasure_id is not null;

-- One row for each key that was removed, written by the statement that removed it. The salt stays here: a certificate
-- shows the hash of salt and key id, so that the agency alone can say which keys it speaks of.
create table key_ledger (
    entry        bigint      generated always as identity primary key,
    person_id    uuid        not null,
    compartment  text        not null,
    generation   integer     not null,
    erasure_id   uuid        not null,
    whole_person boolean     not null,
    epoch        integer     not null,
    salt         bytea       not null,
    removed_on   date        not null,
    removed_at   timestamptz not null,
    unique (person_id, compartment, generation)
);

create index key_ledger_erasure on key_ledger (erasure_id);

-- Who ever leased which key. It outlives the key: 410 is said to a former lessee only, and a certificate names them.
create table lessee (
    person_id   uuid        not null,
    compartment text        not null,
    generation  integer     not null,
    client      text        not null,
    leases      bigint      not null,
    first_at    timestamptz not null,
    last_at     timestamptz not null,
    primary key (person_id, compartment, generation, client)
);

-- The service cannot delete a key, nor empty the table, nor rewrite the ledger: one role can delete, and one method has it.
revoke delete, truncate on content_key from current_user;
revoke insert, update, delete, truncate on key_ledger from current_user;
grant select, delete on content_key to lethe_key_remover;
grant select, insert on key_ledger to lethe_key_remover;
