package eu.lethe.platform.journal;

import eu.lethe.platform.journal.PublishedHeads.Published;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Understands whether the journal is what it was: every entry that is kept is hashed anew, the tree grows once more out of
 * what was dropped, and its roots are held against the heads that are known.
 */
final class JournalCheck {

    private final JdbcTemplate pieces;
    private final TransactionOperations snapshot;
    private final JournalTable entries;
    private final StoredTree nodes;
    private final HeadRow head;

    /**
     * @param pieces reads some rows at a time
     * @param snapshot sees the journal as it is when it begins
     */
    JournalCheck(
            JdbcTemplate pieces, TransactionOperations snapshot, JournalTable entries, StoredTree nodes, HeadRow head) {
        this.pieces = pieces;
        this.snapshot = snapshot;
        this.entries = entries;
        this.nodes = nodes;
        this.head = head;
    }

    /**
     * Holds what the topic tells of entries against the journal. An entry that is told of and is not there was cut off, or its
     * hash is another one; the largest root of each lot is held against the tree.
     */
    JournalFlaws against(PublishedHeads published) {
        var missing = new TreeSet<Long>();
        var altered = new TreeSet<Long>();
        var roots = new TreeSet<Long>();
        published.read(told -> snapshot.executeWithoutResult(_ -> {
            var size = head.read().tree().size();
            var leaves = nodes.leaves(told.stream().map(Published::index).toList());
            for (var one : told) {
                var leaf = one.index() < size ? leaves.get(one.index()) : null;
                if (leaf == null) {
                    missing.add(one.index());
                } else if (!HeadRow.base64(leaf).equals(one.leaf())) {
                    altered.add(one.index());
                }
            }
            told.stream()
                    .filter(one -> one.index() < size && leaves.containsKey(one.index()))
                    .max(Comparator.comparingLong(Published::index))
                    .filter(one ->
                            !HeadRow.base64(nodes.at(one.index() + 1).root()).equals(one.root()))
                    .ifPresent(one -> roots.add(one.index() + 1));
        }));
        return new JournalFlaws(List.copyOf(missing), List.copyOf(altered), List.copyOf(roots));
    }

    JournalFlaws against(Collection<JournalHead> known) {
        return snapshot.execute(_ -> {
            var now = head.read();
            var all = Stream.concat(known.stream(), Stream.of(now.head())).toList();
            var second = new RegrownTree(nodes.at(now.firstKept()), all);
            all.stream()
                    .filter(earlier -> earlier.size() < now.firstKept())
                    .forEach(earlier -> second.compare(earlier, nodes.at(earlier.size())));
            pieces.query(
                    """
                    select node.position, node.hash, entry.*
                      from access_node node
                      left join access_entry entry on entry.entry_index = node.position
                     where node.level = 0 and node.position >= ? and node.position < ?
                     order by node.position""",
                    row -> {
                        second.leaf(row.getLong("position"), row.getBytes("hash"), hashOfEntry(row));
                    },
                    now.firstKept(),
                    now.tree().size());
            return second.flaws(now.tree().size());
        });
    }

    private byte[] hashOfEntry(ResultSet row) throws SQLException {
        return row.getString("salt") == null
                ? RegrownTree.ABSENT
                : entries.salted(row).leafHash();
    }
}
