-- What outlives a file has a deadline of its own: how consents were given, and reasons that were written down. A record without
-- an end is still needed.
create table known_evidence (
    record_id   uuid not null,
    person_id   uuid not null,
    compartment text not null,
    ended_on    date,
    primary key (record_id, compartment)
);

create index known_evidence_person on known_evidence (person_id);

-- Consents heard of before; a person's deadlines are computed anew with the next that is heard of them, and at the next start.
insert into known_evidence (record_id, person_id, compartment, ended_on)
select consent_id, person_id, 'consent', withdrawn_on from known_consent where not lapsed;

-- Files with child protection in them, by the day the person comes of age. The latest word holds.
create table known_protection (
    file_id     uuid        not null primary key,
    majority_on date,
    said_at     timestamptz not null
);
