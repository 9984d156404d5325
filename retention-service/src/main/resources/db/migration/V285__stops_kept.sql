-- one row, once it was kept beside the epoch keys which erasures were stopped
create table stops_kept (
    once boolean primary key default true check (once)
);
