-- Whether a contact is withdrawn is told more than once: it may have been a mistake. The latest word holds.
alter table known_contact
    add column withdrawn_at timestamptz;
