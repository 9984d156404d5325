-- In which files something changed that may say whether there is child protection in them: a code, a referral, a birth date. The
-- tables say so themselves, whoever writes them; a file is looked at once, however much changed. Every file there is, is looked at.
create sequence file_to_look_at_mark;

create table file_to_look_at (
    file_id uuid   not null primary key,
    mark    bigint not null default nextval('file_to_look_at_mark')
);

insert into file_to_look_at (file_id) select file_id from case_file where erased_on is null;

create function look_at_file_of_record() returns trigger language plpgsql as $$
begin
    insert into file_to_look_at (file_id)
        select file_id from case_file where file_id = coalesce(new.file_id, old.file_id) and erased_on is null
        on conflict (file_id) do update set mark = nextval('file_to_look_at_mark');
    return null;
end $$;

create trigger contact_coded after insert on contact
    for each row when (new.codes is not null) execute function look_at_file_of_record();
create trigger contact_coded_otherwise after update of codes, date, hidden on contact
    for each row when ((old.codes is not null or new.codes is not null)
        and (old.codes, old.date, old.hidden) is distinct from (new.codes, new.date, new.hidden))
    execute function look_at_file_of_record();
create trigger contact_gone after delete on contact
    for each row when (old.codes is not null) execute function look_at_file_of_record();

create trigger referral_made after insert or delete on referral
    for each row execute function look_at_file_of_record();

create function look_at_files_of_person() returns trigger language plpgsql as $$
begin
    insert into file_to_look_at (file_id) select file_id from case_file where person_id = new.person_id
        on conflict (file_id) do update set mark = nextval('file_to_look_at_mark');
    return null;
end $$;

create trigger person_amended after update of identity on person
    for each row when (new.identity is not null and old.identity is distinct from new.identity)
    execute function look_at_files_of_person();

-- Of an erased person nothing is looked at any more.
create function look_no_more_at_file() returns trigger language plpgsql as $$
begin
    delete from file_to_look_at where file_id = new.file_id;
    return null;
end $$;

create trigger file_erased after update of erased_on on case_file
    for each row when (new.erased_on is not null) execute function look_no_more_at_file();
