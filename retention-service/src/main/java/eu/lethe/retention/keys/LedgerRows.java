package eu.lethe.retention.keys;

import eu.lethe.retention.epoch.LedgerHead;
import eu.lethe.retention.keys.KeyLedger.Entry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Understands the rows of the ledger of removed keys, written and read in the transaction that removes them. */
final class LedgerRows {

    private static final String APPEND = """
            insert into key_ledger (person_id, compartment, generation, erasure_id, whole_person, epoch, salt,
                                    removed_on, removed_at, leased_by, place, chain)
            values (?, ?, ?, ?, ?, ?, decode(?, 'hex'), ?, ?, ?, ?, decode(?, 'hex'))""";

    private static final String LAST = "select place, encode(chain, 'hex') from key_ledger order by place desc limit 1";

    private static final String OF_ERASURE = "select " + KeyLedger.COLUMNS
            + " from key_ledger where erasure_id = ? and person_id = any (?) order by entry";

    private LedgerRows() {}

    /** Adds what follows the last entry, in order. */
    static void append(Connection connection, List<LedgerLink> links) throws SQLException {
        try (var insert = connection.prepareStatement(APPEND)) {
            for (var link : links) {
                var entry = link.entry();
                insert.setObject(1, entry.id().personId());
                insert.setString(2, entry.id().compartment().code());
                insert.setInt(3, entry.id().generation());
                insert.setObject(4, entry.erasureId());
                insert.setBoolean(5, entry.wholePerson());
                insert.setInt(6, entry.epoch());
                insert.setString(7, entry.salt());
                insert.setObject(8, entry.removedOn());
                insert.setObject(9, entry.removedAt());
                insert.setArray(
                        10, connection.createArrayOf("text", entry.leasedBy().toArray()));
                insert.setLong(11, link.place());
                insert.setString(12, link.chain());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** How far the ledger reaches. */
    static LedgerHead last(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(LAST);
                var row = select.executeQuery()) {
            return row.next() ? new LedgerHead(row.getLong(1), row.getString(2)) : LedgerHead.NONE;
        }
    }

    /** What an erasure removed of these persons. */
    static List<Entry> of(Connection connection, UUID erasureId, List<UUID> persons) throws SQLException {
        try (var select = connection.prepareStatement(OF_ERASURE)) {
            select.setObject(1, erasureId);
            select.setArray(2, KeyArrays.array(select, "uuid", persons, person -> person));
            return entries(select.executeQuery());
        }
    }

    private static List<Entry> entries(ResultSet rows) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        while (rows.next()) {
            entries.add(KeyLedger.row(rows, entries.size()));
        }
        return entries;
    }
}
