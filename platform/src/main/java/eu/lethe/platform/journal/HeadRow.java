package eu.lethe.platform.journal;

import eu.lethe.contracts.certificate.MerkleTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Understands the one row that says how far the journal is. Who appends or drops locks it first. */
final class HeadRow {

    private static final int HASH_LENGTH = MerkleTree.leafHash(new byte[0]).length;

    private final JdbcClient database;

    HeadRow(JdbcClient database) {
        this.database = database;
    }

    /** Where the journal is. */
    record State(GrowingTree tree, long firstKept) {

        JournalHead head() {
            return new JournalHead(tree.size(), base64(tree.root()), firstKept);
        }
    }

    State read() {
        return state("");
    }

    /** Keeps everybody else from appending until the transaction ends. */
    State lock() {
        return state(" for update");
    }

    private State state(String locking) {
        return database.sql("select size, first_kept, peaks from access_head" + locking)
                .query((row, _) -> new State(
                        new GrowingTree(row.getLong("size"), hashes(row.getBytes("peaks"))), row.getLong("first_kept")))
                .single();
    }

    void keepsFrom(long index) {
        database.sql("update access_head set first_kept = ?").param(index).update();
    }

    static String base64(byte[] hash) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    private static List<byte[]> hashes(byte[] joined) {
        var hashes = new ArrayList<byte[]>();
        for (var start = 0; start < joined.length; start += HASH_LENGTH) {
            hashes.add(Arrays.copyOfRange(joined, start, start + HASH_LENGTH));
        }
        return hashes;
    }

    static byte[] joined(List<byte[]> hashes) {
        var joined = new byte[hashes.size() * HASH_LENGTH];
        for (var i = 0; i < hashes.size(); i++) {
            System.arraycopy(hashes.get(i), 0, joined, i * HASH_LENGTH, HASH_LENGTH);
        }
        return joined;
    }
}
