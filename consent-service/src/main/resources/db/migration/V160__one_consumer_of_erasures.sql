-- One consumer hears of erasures, so that what happens to a person is taken in its order. It begins where the topic begins: what
-- its predecessors applied is not applied again.
insert into applied_message (consumer, event_id, applied_at)
select 'consent-service.erasure', event_id, applied_at from applied_message
 where consumer in ('consent-service.keys-removed', 'consent-service.pruning-ordered', 
                    'consent-service.person-suspended', 'consent-service.erasure-certified')
on conflict do nothing;
