-- The list of certificates goes on where a certificate itself is lost with a database that was put back: its leaf and the
-- signed head it led to are taken up again from what lies with the epoch keys, or from Kafka.

create table certificate_leaf (
    leaf_index bigint not null primary key,
    leaf_hash  bytea  not null,
    tree_head  text   not null
);

insert into certificate_leaf (leaf_index, leaf_hash, tree_head)
select leaf_index, leaf_hash, convert_from(document, 'UTF8')::json ->> 'treeHead' from certificate order by leaf_index;

alter table certificate drop column leaf_hash;

revoke update, delete, truncate on certificate_leaf from current_user;
