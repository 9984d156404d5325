-- The runs there are and their state: a projection, so that they can be listed and driven.
create table erasure (
    erasure_id uuid        not null primary key,
    reason     text        not null,
    state      text        not null,
    paused     boolean     not null default false,
    settled    boolean     not null default false,
    created_at timestamptz not null
);

create index erasure_state on erasure (state);

-- Certificates in the order of the Merkle tree, as they were handed out.
create table certificate (
    leaf_index     bigint      not null primary key,
    certificate_id uuid        not null unique,
    erasure_id     uuid        not null unique,
    leaf_hash      bytea       not null,
    document       bytea       not null,
    persons        integer     not null,
    keys           integer     not null,
    issued_at      timestamptz not null
);

revoke update, delete, truncate on certificate from current_user;
