-- What third parties reported, twice sealed; made from events and made again whenever it is dropped.
create table third_party_information (
    information_id uuid        not null primary key,
    file_id        uuid        not null,
    person_id      uuid        not null,
    received_on    date        not null,
    said           text,
    source         text,
    notice_due_on  date        not null,
    told_on        date,
    exception      text,
    exception_text text,
    next_review_on date        not null,
    reviewed_on    date,
    dismissed_on   date,
    erasure_id     uuid,
    erased_on      date,
    author         uuid        not null,
    recorded_at    timestamptz not null
);

create index third_party_information_of_file on third_party_information (file_id);
create index third_party_information_of_person on third_party_information (person_id);

-- Which subjects of keys are sources. Written in the transaction that receives the information, so it is no read model and
-- is never dropped: an erasure of the source must be recognised at any time.
create table information_of_source (
    source_id      uuid not null primary key,
    information_id uuid not null unique,
    file_id        uuid not null
);

create index information_of_source_in_file on information_of_source (file_id);

-- The certificates of erasures that took a source, as retention-service told them.
create table certificate_of_erasure (
    erasure_id     uuid not null primary key,
    certificate_id uuid not null
);
