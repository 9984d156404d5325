-- What was recorded under which key of its sender, for thirty days: who sends it again is answered as before. Of the key and
-- of what was sent there is only what recognises them; an answer holds ids and days, and goes with whoever it is about.
create table sent_once (
    key_digest  text        not null primary key,
    body_digest text        not null,
    answer      text        not null,
    person_ids  uuid[]      not null,
    sent_at     timestamptz not null
);

create index sent_once_sent_at on sent_once (sent_at);
create index sent_once_person_ids on sent_once using gin (person_ids);
