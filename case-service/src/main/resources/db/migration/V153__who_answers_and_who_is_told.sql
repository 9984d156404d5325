-- Three rules, each in one place: who stands clear of a person, who may answer for a file, and who is told when somebody opens
-- a file exceptionally. They are asked whenever something is shown or ticked off, so that an exclusion, a restriction, a
-- transfer or a change of unit or role counts at once.

-- Nobody keeps them from reading about the person: neither by name, nor by naming others. An exceptional access changes nothing.
create function stands_clear(who uuid, whom uuid) returns boolean language sql stable as $$
select not exists (select 1 from exclusion_in_force exclusion
                    where exclusion.person_id = whom and exclusion.worker_id = who)
   and not exists (select 1 from restriction_in_force restriction
                    where restriction.person_id = whom and not (who = any (restriction.workers)))
$$;

-- A worker of the unit who stands clear of the person.
create function may_answer_for(who uuid, whom uuid, unit_code text) returns boolean language sql stable as $$
select exists (select 1 from staff where staff.id = who and staff.unit = unit_code and 'worker' = any (staff.roles))
   and stands_clear(who, whom)
$$;

-- Who is told that a reader opens the person's file exceptionally: the referent; where none may answer for it, or the referent
-- is the reader, the leads of the unit who stand clear; where there is none, the data-protection officer, whoever that is
-- (staff_id is null then). A duplicate's file is the one it is read through.
create function told_of_access(whom uuid, reader uuid) returns table (staff_id uuid, office text) language sql stable as $$
with file as (
    select named.person_id, case_file.unit, case_file.referent
      from (select coalesce((select merge.person_id from merged_person merge where merge.duplicate_id = whom), whom)
                   as person_id) named
      left join file_of_person on file_of_person.person_id = named.person_id
      left join case_file on case_file.file_id = file_of_person.file_id),
answering as (
    select file.referent as staff_id from file
     where file.referent <> reader and may_answer_for(file.referent, file.person_id, file.unit)),
leads as (
    select staff.id as staff_id
      from file join staff on staff.unit = file.unit and 'lead' = any (staff.roles)
     where staff.id <> reader and stands_clear(staff.id, file.person_id) and not exists (select 1 from answering))
select answering.staff_id, 'referent' from answering
union all
select leads.staff_id, 'lead' from leads
union all
select null::uuid, 'dpo' where not exists (select 1 from answering) and not exists (select 1 from leads)
$$;

-- Whether somebody is told of an access, and so takes note of it: never the reader. The protection officer is bound by an
-- exclusion, and by no restriction: it never names one, and there is nobody else left to tell.
create function is_told_of_access(who uuid, is_dpo boolean, whom uuid, reader uuid) returns boolean language sql stable as $$
select who <> reader and exists (
    select 1 from told_of_access(whom, reader) told
     where told.staff_id = who
        or (told.office = 'dpo' and is_dpo
            and not exists (select 1 from exclusion_in_force exclusion
                             where exclusion.person_id = whom and exclusion.worker_id = who)))
$$;
