-- A long copy is given in parts, and each is reread apart: which part was, named by a digest of the contacts it was made
-- from. What is all in one has an empty one.
alter table copy_confirmation
    add column part text not null default '',
    drop constraint copy_confirmation_pkey,
    add primary key (person_id, part);
