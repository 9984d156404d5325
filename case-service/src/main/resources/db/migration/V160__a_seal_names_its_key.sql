-- Under which key something is sealed, what is sealed says itself.
alter table assessment drop column sealed_under;
alter table referral drop column sealed_under;
alter table referral_answer drop column sealed_under;
alter table exceptional_access drop column key_id;
