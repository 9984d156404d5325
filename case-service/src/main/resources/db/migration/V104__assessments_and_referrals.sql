-- Every wording of every assessment; the one in force has the highest number. Texts are sealed.
create table assessment (
    revision_id   uuid        not null primary key,
    assessment_id uuid        not null,
    number        integer     not null,
    file_id       uuid        not null,
    person_id     uuid        not null,
    date          date        not null,
    assessment    text,
    sealed_under  text        not null,
    author        uuid        not null,
    written_at    timestamptz not null,
    unique (assessment_id, number)
);

create index assessment_of_file on assessment (file_id);
create index assessment_of_person on assessment (person_id);

-- Whom a person was referred to; the letter is sealed.
create table referral (
    referral_id  uuid        not null primary key,
    file_id      uuid        not null,
    person_id    uuid        not null,
    recipient    text        not null,
    purpose      text,
    consent_id   uuid,
    compartments text[]      not null,
    letter       text,
    sealed_under text        not null,
    date         date        not null,
    follow_up_on date,
    state        text        not null,
    author       uuid        not null,
    made_at      timestamptz not null
);

create index referral_of_file on referral (file_id);
create index referral_of_person on referral (person_id);
create index referral_to_follow_up on referral (file_id, follow_up_on) where follow_up_on is not null;

create table referral_answer (
    answer_id    uuid        not null primary key,
    referral_id  uuid        not null,
    person_id    uuid        not null,
    outcome      text        not null,
    answer       text,
    sealed_under text,
    answered_on  date        not null,
    author       uuid        not null,
    answered_at  timestamptz not null
);

create index answer_of_referral on referral_answer (referral_id);
create index answer_of_person on referral_answer (person_id);

-- Consents that hold no longer, as consent-service told; no read model, so never dropped.
create table ended_consent (
    consent_id uuid not null primary key,
    person_id  uuid not null,
    ended_on   date not null
);

create index ended_consent_of_person on ended_consent (person_id);
