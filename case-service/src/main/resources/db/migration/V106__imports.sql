-- Imports of existing files: how far each came, and which lines it refused. Nothing of what the lines say is stored.
create table import_run (
    import_id   uuid        not null primary key,
    unit        text        not null,
    author      uuid        not null,
    dry_run     boolean     not null,
    state       text        not null,
    line_count  integer     not null,
    done        integer     not null default 0,
    created     integer     not null default 0,
    already     integer     not null default 0,
    refused     integer     not null default 0,
    started_at  timestamptz not null,
    beat_at     timestamptz not null,
    finished_at timestamptz
);

create unique index import_running on import_run (unit) where state = 'running';

create table import_error (
    import_id uuid   not null references import_run,
    line      bigint not null,
    field     text   not null,
    code      text   not null
);

create index error_of_import on import_error (import_id, line);

-- Which references a unit has imported, as keyed hashes, so that importing again makes nothing twice.
create table imported_reference (
    unit      text  not null,
    reference text  not null,
    person_id uuid  not null,
    primary key (unit, reference)
);

create index reference_of_person on imported_reference (person_id);
