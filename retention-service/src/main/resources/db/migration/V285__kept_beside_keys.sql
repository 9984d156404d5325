-- what was ever written down beside the epoch keys, so that it cannot be lost there unnoticed
create table kept_beside_keys (
    what       text        primary key,
    kept_since timestamptz not null default now()
);

revoke update, delete, truncate on kept_beside_keys from current_user;
