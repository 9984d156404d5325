-- Whom a line of a dry run resembles: who may see them is told their names.
alter table import_warning add column person_ids uuid[] not null default '{}';
create index warning_about_person on import_warning using gin (person_ids);
