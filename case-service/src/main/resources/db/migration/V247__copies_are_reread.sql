-- What was decided about passages of a person's copy that speak of others, and that a copy was reread. Sealed under the
-- person's key; who and when stand beside it. The number of a decision that was
-- taken back is used for no other.
create table copy_decision (
    decision_id uuid        not null primary key,
    person_id   uuid        not null,
    decision    text        not null,
    decided_by  uuid        not null,
    decided_at  timestamptz not null,
    taken_back  boolean     not null default false
);

create index copy_decision_of_person on copy_decision (person_id);

create table copy_confirmation (
    person_id       uuid        not null primary key,
    confirmation_id uuid        not null,
    state           text        not null,
    confirmed_by    uuid        not null,
    confirmed_at    timestamptz not null
);
