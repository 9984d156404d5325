-- Consents are read by exceptional access too: by which one.
alter table reading_elsewhere
    add column exceptional_access_id uuid;
