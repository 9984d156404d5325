-- Keys that belong to nobody and are made for a time: a subject with one key, and when it ends. The row stays until the key is
-- in the ledger, so that an end which a stop interrupted is come back to.
create table passing_key (
    subject_id uuid        not null primary key,
    ends_at    timestamptz not null
);

create index passing_key_end on passing_key (ends_at);
