-- Keys of drafts lie under a key that retention-service makes for a time, one for each quarter of a day, and not under that of an id
-- of the reserve, which stayed. Those of before are dropped: what a browser keeps under them cannot be read any more.

drop table draft_key_day;

truncate draft_key;

alter table draft_key drop column made_on, add column since timestamptz not null, add unique (staff_id, since);

create table draft_key_quarter (
    since      timestamptz not null primary key,
    subject_id uuid        not null
);
