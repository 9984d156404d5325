-- What a member of staff was known as when they last called; empty until then.
alter table staff add column unit text;
alter table staff add column roles text[] not null default '{}';

create index staff_unit on staff (unit);
