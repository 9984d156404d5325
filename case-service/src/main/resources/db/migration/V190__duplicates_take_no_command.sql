-- The lock of whoever makes a record a duplicate, or sees to it that nobody does.
create function merge_lock(person uuid) returns bigint
    language sql immutable as
$$ select hashtextextended('merge ' || person::text, 0) $$;

-- The duplicates among some records. None of the records becomes one until the transaction ends. In one order, so that two who
-- ask for the same records do not wait for each other; volatile, so that the question sees what the lock waited for.
create function kept_apart(persons uuid[]) returns setof uuid
    language plpgsql volatile as
$$
begin
    perform pg_advisory_xact_lock_shared(merge_lock(one)) from (select unnest(persons) as one order by 1) as named;
    return query select duplicate_id from merged_person where duplicate_id = any (persons);
end
$$;
