-- What is kept aside is kept whole, as it came (its sealed fields sealed), so that it can be applied again whatever the broker
-- still has; and what comes behind it about the same subject waits there, in its order.
alter table dead_lettered
    add column id         uuid        not null default gen_random_uuid() unique,
    add column place      bigint      generated always as identity,
    add column state      text        not null default 'failed'
        check (state in ('failed', 'waiting', 'applied', 'passed-over', 'forged', 'erased')),
    add column subject    text,
    add column person     uuid,
    add column event_type text,
    add column event_id   uuid,
    add column content    text,
    add column tries      integer     not null default 1,
    add column tried_at   timestamptz,
    add column ended_at   timestamptz,
    add column ended_by   uuid;

create index dead_lettered_turn on dead_lettered (consumer, subject, place) where state in ('failed', 'waiting');
