-- What may not be erased for the time being. Written in the transaction that stores the event, so that no removal that begins
-- after a hold was answered can pass over it. Ids, days and codes only.
create table legal_hold (
    hold_id        uuid        not null primary key,
    person_id      uuid,
    unit           text,
    rule           text,
    reason         text        not null,
    placed_by      uuid        not null,
    placed_at      timestamptz not null,
    reassess_on    date        not null,
    reassessed_by  uuid,
    reassessed_at  timestamptz,
    release_reason text,
    released_by    uuid,
    released_at    timestamptz,
    check (num_nonnulls(person_id, unit, rule) = 1)
);

create index legal_hold_in_force on legal_hold (reassess_on) where released_at is null;

-- The units that persons and their files have left, and when last: a hold on a unit keeps whoever was there when it was placed, or
-- came there since, also when they went on to another unit.
create table unit_left (
    person_id uuid        not null,
    unit      text        not null,
    left_at   timestamptz not null,
    primary key (person_id, unit)
);

create view in_unit as
select person_id, unit, cast(null as timestamptz) as left_at from known_file
union all
select person_id, unit, null from known_person where unit is not null
union all
select person_id, unit, null from deadline
union all
select person_id, unit, left_at from unit_left;
