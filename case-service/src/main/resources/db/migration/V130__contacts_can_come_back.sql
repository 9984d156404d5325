-- A contact that was taken back is hidden until its day, and comes back whole if it was a mistake.
alter table contact
    add column hidden boolean not null default false;

alter table attachment
    add column hidden boolean not null default false;

-- Where a contact was taken back: what the timeline shows in its place, also when nothing else is left of it.
create table contact_gap (
    contact_id   uuid        not null primary key,
    file_id      uuid        not null,
    date         date        not null,
    withdrawn_by uuid        not null,
    withdrawn_at timestamptz not null,
    erased_on    date        not null
);

create index contact_gap_of_file on contact_gap (file_id);

-- From when on it is deleted, with which documents; once that has begun, it cannot be called off.
alter table withdrawn_contact
    add column due_on      date    not null default current_date,
    add column attachments uuid[]  not null default '{}',
    add column begun       boolean not null default false;

alter table withdrawn_contact
    alter column due_on drop default;

create index withdrawn_contact_due on withdrawn_contact (due_on) where not begun;
