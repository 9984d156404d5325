-- What is to be deleted stands in one queue, the platform's.
insert into pruning (erasure_id, person_id, keys)
select erasure_id, person_id, keys from pruning_order on conflict do nothing;

insert into pruning (aggregate_id, up_to)
select record_id, sequence from moved_record on conflict do nothing;

drop table pruning_order;
drop table moved_record;

-- A deletion that has begun leaves this table at once and is carried out from there.
drop index withdrawn_contact_due;
alter table withdrawn_contact drop column begun;
create index withdrawn_contact_due on withdrawn_contact (due_on);
