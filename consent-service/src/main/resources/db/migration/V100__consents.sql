-- Whose unit a person belongs to, and whether anything may be read about them.
create table person (
    person_id      uuid primary key,
    unit           text,
    suspended_by   uuid,
    grace_ends_at  timestamptz,
    erased_by      uuid,
    erased_on      date,
    certificate_id uuid
);

create index person_erased_by on person (erased_by) where erased_by is not null;

-- Which consents hold now: one per person, purpose and recipient.
create table consent_in_force (
    consent_id uuid primary key,
    person_id  uuid not null,
    purpose    text not null,
    recipient  text,
    unique nulls not distinct (person_id, purpose, recipient)
);

-- What each person agreed to, as shown. How they did so stays sealed.
create table consent (
    consent_id   uuid   primary key,
    person_id    uuid   not null,
    purpose      text   not null,
    recipient    text,
    compartments text[] not null,
    evidence     text,
    evidence_key text   not null,
    granted_on   date   not null,
    withdrawn_on date,
    lapsed_on    date
);

create index consent_of_person on consent (person_id, granted_on);
