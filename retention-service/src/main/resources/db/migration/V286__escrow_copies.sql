-- an epoch may wait for its copies to be destroyed long after no key is wrapped in it any more
alter table epoch add column emptied_at timestamptz;

-- copies of epoch keys that lie in escrow: a row is written before its copy is made, and outlives it
create table escrow_copy (
    place         text    not null,
    epoch         integer not null,
    kept_at       timestamptz,
    destroying_at timestamptz,
    destroyed_at  timestamptz,
    lost_at       timestamptz,
    primary key (epoch, place)
);

create index escrow_copy_left on escrow_copy (epoch) where destroyed_at is null and lost_at is null;
