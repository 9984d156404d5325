-- Two records of one person: the duplicate is read through the one that is kept. Claimed in the transaction that merges, so
-- that two workers who merge crosswise do not both succeed: it is no read model and is never dropped. It holds ids and days.
create table merged_person (
    duplicate_id      uuid not null primary key,
    person_id         uuid not null,
    file_id           uuid,
    duplicate_file_id uuid,
    undo_until        date not null,
    author            uuid not null,
    settled_on        date,
    check (duplicate_id <> person_id)
);

create index merged_person_of on merged_person (person_id);
create index merged_person_open on merged_person (undo_until) where settled_on is null;
