-- Keys of drafts lay here in clear. They are sealed now, under a key that belongs to a day and to nobody: without
-- retention-service's keys a copy of this database opens no draft. Those of before are not sealed but dropped: what a
-- browser keeps under them cannot be read any more; the server's own drafts are untouched.

truncate draft_key;

alter table draft_key drop column key, add column sealed text not null;

create table draft_key_day (
    made_on    date not null primary key,
    subject_id uuid not null
);
