-- The households that count in a year and unit, and how many of their members were met: not which. Whoever was erased stays in that
-- number, and so in the figure; nothing here says who they were.
create table household_received (
    year         integer not null,
    unit         text    not null,
    household_id uuid    not null,
    members      bigint  not null,
    primary key (year, unit, household_id)
);
