-- What each line of a file of files is: the header, a row, within a cell of the row before, or empty.
alter table import_run add column file_lines integer not null default 0;
alter table import_run add column empty_lines integer not null default 0;
alter table import_run add column lines_in_cells integer not null default 0;

-- What a dry run found to be looked at: where, and never what is written there.
create table import_warning (
    import_id uuid   not null references import_run,
    line      bigint not null,
    last_line bigint not null,
    field     text   not null,
    code      text   not null
);

create index warning_of_import on import_warning (import_id, line);
