-- What becomes of a contact after it was recorded. Until it is corrected, its one wording is in its own row.
alter table contact
    add column revision_id   uuid,
    add column coding_id     uuid,
    add column circumstances text,
    add column filed_by      uuid,
    add column corrected     boolean not null default false;

update contact set revision_id = contact_id, coding_id = contact_id;

alter table contact
    alter column revision_id set not null,
    alter column coding_id set not null;

-- All wordings of a contact that was corrected, the first and the present one too.
create table contact_revision (
    revision_id   uuid        not null primary key,
    contact_id    uuid        not null,
    file_id       uuid        not null,
    person_id     uuid        not null,
    number        integer     not null,
    date          date        not null,
    text          text,
    circumstances text,
    reason        text,
    reason_text   text,
    author        uuid        not null,
    at            timestamptz not null
);

create index contact_revision_of_contact on contact_revision (contact_id, number);
create index contact_revision_of_person on contact_revision (person_id);
create index contact_revision_of_file on contact_revision (file_id);

create table attachment (
    attachment_id uuid        not null primary key,
    contact_id    uuid        not null,
    file_id       uuid        not null,
    person_id     uuid        not null,
    details       text,
    size          integer     not null,
    added_at      timestamptz not null
);

create index attachment_of_file on attachment (file_id);
create index attachment_of_person on attachment (person_id);

-- The content of documents, sealed. It is in no event, so it is no read model and is never dropped.
create table attachment_content (
    attachment_id uuid        not null primary key,
    file_id       uuid        not null,
    key_id        text,
    complete      boolean     not null default false,
    started_at    timestamptz not null default now()
);

create index attachment_content_of_key on attachment_content (key_id);
create index attachment_content_of_file on attachment_content (file_id);
create index attachment_content_unfinished on attachment_content (started_at) where not complete;

create table attachment_chunk (
    attachment_id uuid    not null references attachment_content on delete cascade,
    number        integer not null,
    content       bytea   not null,
    primary key (attachment_id, number)
);

-- What is sealed already: compressing it is lost work.
alter table attachment_chunk alter column content set storage external;

-- Contacts that were withdrawn, and whose events are still to be deleted: rows younger than the gap timeout must wait.
create table withdrawn_contact (
    contact_id uuid not null primary key
);

-- What is typed and not saved yet, sealed, for three days.
create table draft (
    file_id   uuid        not null,
    staff_id  uuid        not null,
    kind      text        not null,
    draft_id  uuid        not null,
    draft     text        not null,
    saved_at  timestamptz not null,
    primary key (file_id, staff_id, kind)
);

create index draft_of_staff on draft (staff_id, saved_at);

-- Keys for what a browser keeps of drafts, encrypted, on the workstation. They open nothing that is here.
create table draft_key (
    key_id   uuid not null primary key,
    staff_id uuid not null,
    made_on  date not null,
    key      bytea not null,
    unique (staff_id, made_on)
);
