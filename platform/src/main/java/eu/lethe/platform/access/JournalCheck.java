package eu.lethe.platform.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
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

    JournalFlaws against(Collection<JournalHead> known) {
        return snapshot.execute(_ -> {
            var now = head.read();
            var all = Stream.concat(known.stream(), Stream.of(now.head())).toList();
            var second = new SecondGrowth(nodes.at(now.firstKept()), all);
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
                ? SecondGrowth.ABSENT
                : entries.salted(row).leafHash();
    }
}
