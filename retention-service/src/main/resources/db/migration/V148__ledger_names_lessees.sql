-- Who had leased a removed key is part of its entry, so that it outlives a database that is older than the leases: 410 is said
-- to a former lessee, and a certificate names those outside.

alter table key_ledger add column leased_by text[] not null default '{}';

grant select on lessee to lethe_key_remover;
