-- A contact is known by its day, so that the last contact moves back when one is withdrawn. Of contacts heard of before, only
-- the last day of their file was kept: they get it, which never makes a deadline earlier than it was.
alter table known_contact
    add column date      date,
    add column dated_at  timestamptz,
    add column withdrawn boolean not null default false,
    add column health    integer;

update known_contact contact
   set date = file.last_contact_on
  from known_file file
 where file.file_id = contact.file_id;

alter table known_file
    drop column last_contact_on,
    drop column contacts,
    add column unit_at timestamptz;

alter table known_person
    add column unit_at     timestamptz,
    add column erased_on   date,
    add column health_gone integer not null default 0;

-- What third parties reported: each has a source, a subject of its own that depends on the person.
create table known_information (
    information_id uuid    not null primary key,
    person_id      uuid    not null,
    file_id        uuid    not null,
    source_id      uuid    unique,
    unit           text,
    received_on    date,
    reviewed_on    date,
    next_review_on date,
    dismissed_on   date,
    gone           boolean not null default false
);

create index known_information_person on known_information (person_id);
create index known_information_file on known_information (file_id);

-- Which records were merged, undone and settled when: of what comes in another order, the latest holds.
create table known_merge (
    person_id    uuid not null,
    duplicate_id uuid not null,
    merged_at    timestamptz,
    undone_at    timestamptz,
    settled_at   timestamptz,
    settled_on   date,
    primary key (person_id, duplicate_id)
);

create index known_merge_duplicate on known_merge (duplicate_id);

create view merge_in_force as
select person_id, duplicate_id, coalesce(merged_at, settled_at) as since, settled_on
  from known_merge
 where greatest(merged_at, settled_at) is not null
   and (undone_at is null or undone_at < greatest(merged_at, settled_at));

-- Who depends on whom, as long as anything is left of them.
create view dependent as
select link.subject_id, link.person_id, link.source
  from (select source_id as subject_id, person_id, true as source from known_information where source_id is not null
        union all
        select duplicate_id, person_id, false from merge_in_force) link
  join known_person subject on subject.person_id = link.subject_id and not subject.erased;
