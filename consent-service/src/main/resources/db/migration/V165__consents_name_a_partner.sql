-- A consent may name one of many partners; who, stays sealed. There may be one for each of them.
alter table consent_in_force
    add column names_partner boolean not null default false,
    add column evidence text,
    drop constraint consent_in_force_person_id_purpose_recipient_key;

create unique index consent_in_force_of_any_partner on consent_in_force (person_id, purpose, recipient) nulls not distinct
    where not names_partner;

create index consent_in_force_of_person on consent_in_force (person_id);
