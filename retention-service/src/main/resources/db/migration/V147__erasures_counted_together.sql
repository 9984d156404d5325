-- Who is on the list of an erasure that was asked for and is not over: what the erasures of a time take together is counted
-- from here, from the keys that are suspended and from the ledger, and never from a projection that may lag.
create table erasure_claim (
    erasure_id uuid not null,
    person_id  uuid not null,
    primary key (erasure_id, person_id)
);

-- The largest number that somebody typed for what an erasure and the others of its time take together.
create table erasure_confirmation (
    erasure_id uuid    not null primary key,
    persons    integer not null
);

create index key_ledger_removed_on on key_ledger (removed_on);

-- A snapshot of before knows not when its erasure was approved.
delete from snapshot_event where type = 'Erasure';
