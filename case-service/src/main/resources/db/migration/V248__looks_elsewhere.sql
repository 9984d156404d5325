-- Who asked whether somebody is known elsewhere in the agency: for a day, so that it is counted. For some minutes a look that met
-- somebody leads to the reason of an exceptional access, under an id that names nobody.

create table look_elsewhere (
    look_id   uuid        not null primary key,
    staff_id  uuid        not null,
    at        timestamptz not null,
    person_id uuid
);

create index look_elsewhere_staff on look_elsewhere (staff_id, at);
