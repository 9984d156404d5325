-- One consumer hears of erasures, so that what happens to a person is taken in its order. It begins where the topic begins: what
-- its predecessors applied is not applied again.
insert into applied_message (consumer, event_id, applied_at)
select 'reporting-service.erasure', event_id, applied_at from applied_message
 where consumer in ('reporting-service.keys-removed', 'reporting-service.pruning-ordered', 'reporting-service.person-restored')
on conflict do nothing;
