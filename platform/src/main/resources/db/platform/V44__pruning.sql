-- Events that are still to be deleted: those that the removed keys of a person sealed, for an erasure; or what an aggregate
-- said up to one of its events, or before its last one. The youngest have to wait, so it is tried until none is left.
create table pruning (
    erasure_id   uuid,
    person_id    uuid,
    keys         text[] not null default '{}',
    aggregate_id uuid,
    up_to        bigint,
    unique nulls not distinct (erasure_id, person_id, aggregate_id)
);
