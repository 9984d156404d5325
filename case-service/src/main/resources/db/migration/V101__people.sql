-- Of the wording in force; null for the first one, whose id is the person's own.
alter table person add column revision_id uuid;

-- Who lives with whom. What somebody is to the others is sealed under their own key.
create table household_member (
    membership_id uuid        not null primary key,
    household_id  uuid        not null,
    person_id     uuid        not null,
    since         date,
    relation      text,
    left_on       date,
    reason        text,
    joined_at     timestamptz not null
);

create index household_member_of on household_member (household_id);
create index household_member_person on household_member (person_id);

-- A person lives in one household at a time: claimed in the transaction in which they join and given up in the one in which
-- they leave, so it is no read model and is never dropped.
create table household_of_person (
    person_id    uuid not null primary key,
    household_id uuid not null
);
