-- Where the CSV of an import waits while it is taken over: in pieces, each sealed under a key that only the importing process has, in
-- memory. It goes with the end of the import.
create table import_piece (
    staging_id uuid        not null,
    number     integer     not null,
    content    bytea       not null,
    staged_at  timestamptz not null default now(),
    primary key (staging_id, number)
);

create index import_piece_age on import_piece (staged_at);
