-- Whoever opens a file asks for the documents of its contacts, however many there are of all others.
create index attachment_of_contact on attachment (contact_id);
