-- Which erasures the ledger of removed keys knew, and this database did not, or not that they were approved; and the run that
-- brings each of them to its end. Written in the transaction that begins the run, so that it begins once.
create table erasure_taken_up (
    erasure_id uuid not null primary key,
    run_id     uuid not null unique
);
