-- While the rights to read are replayed, nobody reads: one row, written in the transaction that drops them, up to the event that
-- was the last one then. Every instance looks here.
create table rights_rebuild (
    until bigint not null
);
