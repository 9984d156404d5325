-- Up to where each consumer has applied each partition. Kafka knows it too; when this database is put back to an older day,
-- Kafka does not know that, and what was said since is heard again from here.
create table consumer_place (
    consumer    text    not null,
    topic       text    not null,
    "partition" integer not null,
    next_offset bigint  not null,
    primary key (consumer, topic, "partition")
);
