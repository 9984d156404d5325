-- Each entry of the ledger of removed keys has a place, without gaps, and a hash that contains that of the entry before
-- it: the last hash tells whether all of them are there. The head of it is kept outside of the database, with the epoch
-- keys; that one was kept is remembered here, so that it cannot be lost unnoticed.

alter table key_ledger add column place bigint, add column chain bytea;

grant update on key_ledger to current_user;

do $$
declare
    gone     record;
    previous bytea  := decode(repeat('00', 32), 'hex');
    number   bigint := 0;
begin
    for gone in select * from key_ledger order by entry loop
        number := number + 1;
        previous := sha256(previous || convert_to(concat_ws('|',
            number,
            gone.person_id || '.' || gone.compartment || '.' || gone.generation,
            gone.erasure_id,
            gone.whole_person::text,
            gone.epoch,
            encode(gone.salt, 'hex'),
            to_char(gone.removed_on, 'YYYY-MM-DD'),
            (extract(epoch from gone.removed_at) * 1000000)::bigint), 'UTF8'));
        update key_ledger set place = number, chain = previous where entry = gone.entry;
    end loop;
end $$;

revoke update on key_ledger from current_user;

alter table key_ledger alter column place set not null, alter column chain set not null, add unique (place);

create table ledger_head (
    kept_since timestamptz not null
);
