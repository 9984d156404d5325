-- What waits for a key is counted in the order in which it came: a contact may be recorded, coded and withdrawn meanwhile.
alter table awaiting_key
    drop constraint awaiting_key_pkey,
    add column position bigint generated always as identity primary key;

create index awaiting_key_of_person on awaiting_key (person_id, position);
