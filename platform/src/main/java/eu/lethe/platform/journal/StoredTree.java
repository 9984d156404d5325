package eu.lethe.platform.journal;

import eu.lethe.contracts.certificate.MerkleTree;
import eu.lethe.platform.journal.GrowingTree.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Understands the hashes of the tree's complete subtrees. They stay when the entries go, and prove what is left. */
final class StoredTree {

    private final JdbcClient database;
    private final JdbcOperations arrays;

    StoredTree(JdbcClient database, JdbcOperations arrays) {
        this.database = database;
        this.arrays = arrays;
    }

    /** Adds what is complete of the tree as it has grown, and says in the same statement how far it is. */
    void grew(GrowingTree tree, List<Node> complete) {
        arrays.update("""
                with head as (update access_head set size = ?, peaks = ?)
                insert into access_node (level, position, hash)
                select * from unnest(cast(? as smallint[]), cast(? as bigint[]), cast(? as bytea[]))""", statement -> {
            var connection = statement.getConnection();
            statement.setLong(1, tree.size());
            statement.setBytes(2, HeadRow.joined(tree.peaks()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "int2",
                            complete.stream().map(node -> (short) node.level()).toArray()));
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "int8", complete.stream().map(Node::position).toArray()));
            statement.setArray(
                    5,
                    connection.createArrayOf(
                            "bytea", complete.stream().map(Node::hash).toArray(byte[][]::new)));
        });
    }

    /** The tree as it was when it had this size. */
    GrowingTree at(long size) {
        var peaks = new ArrayList<byte[]>();
        var start = 0L;
        for (var left = size; left > 0; left -= Long.highestOneBit(left)) {
            peaks.add(hash(start, Long.highestOneBit(left)));
            start += Long.highestOneBit(left);
        }
        return new GrowingTree(size, peaks);
    }

    /** The hashes of those of these leaves that are there. */
    Map<Long, byte[]> leaves(Collection<Long> indexes) {
        var found = new HashMap<Long, byte[]>();
        database.sql(
                        "select position, hash from access_node where level = 0 and position = any (cast(:indexes as bigint[]))")
                .param("indexes", indexes.toArray(Long[]::new))
                .query(row -> {
                    found.put(row.getLong("position"), row.getBytes("hash"));
                });
        return found;
    }

    byte[] leaf(long index) {
        return hash(index, 1);
    }

    /** The sibling hashes from a leaf up to the root of the tree of this size (RFC 9162 §2.1.3.1). */
    List<byte[]> path(long index, long size) {
        var path = new ArrayList<byte[]>();
        climb(index, 0, size, path);
        return path;
    }

    private void climb(long index, long start, long size, List<byte[]> path) {
        if (size == 1) {
            return;
        }
        var split = Long.highestOneBit(size - 1);
        if (index < start + split) {
            climb(index, start, split, path);
            path.add(hash(start + split, size - split));
        } else {
            climb(index, start + split, size - split, path);
            path.add(hash(start, split));
        }
    }

    private byte[] hash(long start, long size) {
        if (Long.bitCount(size) == 1) {
            var level = Long.numberOfTrailingZeros(size);
            return node(level, start >> level);
        }
        var split = Long.highestOneBit(size - 1);
        return MerkleTree.nodeHash(hash(start, split), hash(start + split, size - split));
    }

    private byte[] node(int level, long position) {
        return database.sql("select hash from access_node where level = ? and position = ?")
                .param(level)
                .param(position)
                .query((row, _) -> row.getBytes("hash"))
                .single();
    }
}
