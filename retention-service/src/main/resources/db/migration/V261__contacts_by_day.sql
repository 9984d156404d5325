-- Of a file's contacts a deadline needs the last two days, and which key of health data was used last: both are at one end of an
-- index, however many contacts there are. Whoever wants all contacts of a file finds them by the same index.
create index known_contact_day on known_contact (file_id, withdrawn, date);
create index known_contact_health on known_contact (file_id, health) where health is not null;
drop index known_contact_file;
