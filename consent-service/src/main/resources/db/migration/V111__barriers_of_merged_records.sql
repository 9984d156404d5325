-- Which records are read as one with a person's: until a merge is settled, all that are merged into one; and a duplicate for
-- ever with the record that is kept.
create view read_as_one as
select duplicate_id as person_id, person_id as record_id from merged_person
union all
select person_id, duplicate_id from merged_person where not settled
union all
select one.duplicate_id, other.duplicate_id
  from merged_person one
  join merged_person other on other.person_id = one.person_id and other.duplicate_id <> one.duplicate_id
 where not one.settled and not other.settled;

-- Who is kept from any of them is kept from all of them: a merge widens nothing.
create view exclusion_in_force as
select person_id, worker_id, ask from exclusion
union all
select read_as_one.person_id, exclusion.worker_id, exclusion.ask
  from read_as_one join exclusion on exclusion.person_id = read_as_one.record_id;

create view restriction_in_force as
select person_id, workers, exceptional_access, ask from restriction
union all
select read_as_one.person_id, restriction.workers, restriction.exceptional_access, restriction.ask
  from read_as_one join restriction on restriction.person_id = read_as_one.record_id;
