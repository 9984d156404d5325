-- Who was left out of an erasure because of a hold: when nothing holds them any more, the erasure that waited is prepared again.
create table held_back (
    person_id  uuid not null,
    reason     text not null,
    erasure_id uuid not null,
    primary key (person_id, reason)
);
