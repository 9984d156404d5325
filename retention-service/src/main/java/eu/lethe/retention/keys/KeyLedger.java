package eu.lethe.retention.keys;

import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.platform.rows.Cells;
import eu.lethe.retention.epoch.LedgerHead;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Understands which keys were removed, by which erasure, and in which epoch they were wrapped at the end. */
@Component
public class KeyLedger {

    /**
     * One removed key.
     *
     * @param salt with which a certificate hashes the key's id, in hexadecimal
     * @param leasedBy who ever leased it, by name: they are told that it is gone, and a certificate names those outside
     */
    public record Entry(
            KeyId id,
            UUID erasureId,
            boolean wholePerson,
            int epoch,
            String salt,
            LocalDate removedOn,
            OffsetDateTime removedAt,
            List<String> leasedBy) {

        /** Sorts the names. */
        public Entry {
            leasedBy = leasedBy.stream().sorted().toList();
        }
    }

    /**
     * How far the keys reach that an erasure removed.
     *
     * @param lastEpoch the last in which any of them was wrapped
     * @param firstAt when the first of them was removed
     */
    public record Extent(int lastEpoch, Instant firstAt) {}

    static final String COLUMNS =
            "person_id, compartment, generation, erasure_id, whole_person, epoch, salt, removed_on, removed_at, leased_by";

    private final JdbcTemplate database;

    KeyLedger(JdbcTemplate database) {
        this.database = database;
    }

    /** The keys that an erasure removed. */
    public List<Entry> of(UUID erasureId) {
        return database.query(
                "select " + COLUMNS + " from key_ledger where erasure_id = ? order by entry",
                KeyLedger::row,
                erasureId);
    }

    /** How far that reaches, if it removed any. */
    public Optional<Extent> extentOf(UUID erasureId) {
        return database
                .query("""
                        select max(epoch) as last, min(removed_at) as first from key_ledger where erasure_id = ?
                        having count(*) > 0""", (row, _) -> new Extent(row.getInt("last"), Cells.instant(row, "first")), erasureId)
                .stream()
                .findFirst();
    }

    /** How many keys were ever removed. */
    public long size() {
        var size = database.queryForObject("select count(*) from key_ledger", Long.class);
        return size == null ? 0 : size;
    }

    /** The removed keys of persons. */
    public List<Entry> ofPersons(Collection<UUID> persons) {
        return database.query(
                "select " + COLUMNS + " from key_ledger where person_id = any (?)",
                statement -> statement.setArray(
                        1, KeyArrays.array(statement, "uuid", List.copyOf(persons), person -> person)),
                KeyLedger::row);
    }

    /** Which of these persons an erasure has removed keys of. */
    public Set<UUID> removedBy(UUID erasureId, Collection<UUID> persons) {
        return ofPersons(persons).stream()
                .filter(entry -> entry.erasureId().equals(erasureId))
                .map(entry -> entry.id().personId())
                .collect(Collectors.toSet());
    }

    /** When a person was erased of whom nothing but evidence can be left; empty for everybody else. */
    public Optional<LocalDate> erasedOn(UUID personId) {
        return database
                .query(
                        "select removed_on from key_ledger where person_id = ? and whole_person order by entry limit 1",
                        (row, _) -> row.getObject(1, LocalDate.class),
                        personId)
                .stream()
                .findFirst();
    }

    /** Whether the ledger reaches a head, and says there what the head says. */
    boolean contains(LedgerHead head) {
        return head.equals(LedgerHead.NONE)
                || database.query(
                                "select encode(chain, 'hex') from key_ledger where place = ?",
                                (row, _) -> row.getString(1),
                                head.size())
                        .contains(head.chain());
    }

    /** The entries behind a head, in order. */
    List<LedgerLink> links(LedgerHead after) {
        List<LedgerLink> links = new ArrayList<>();
        database.query(
                "select " + COLUMNS
                        + ", place, encode(chain, 'hex') as hash from key_ledger where place > ? order by place",
                row -> {
                    var previous =
                            links.isEmpty() ? after.chain() : links.getLast().chain();
                    links.add(new LedgerLink(
                            row.getLong("place"), row(row, links.size()), previous, row.getString("hash")));
                },
                after.size());
        return links;
    }

    /** How far the ledger goes; empty when an entry is missing or altered. */
    Optional<LedgerHead> verified() {
        var head = LedgerHead.NONE;
        for (var link : links(head)) {
            if (link.place() != head.size() + 1 || !link.holds()) {
                return Optional.empty();
            }
            head = link.head();
        }
        return Optional.of(head);
    }

    /** Whether a head was once kept outside of this database. */
    boolean headWasKept() {
        return !database.queryForList("select 1 from ledger_head limit 1", Integer.class)
                .isEmpty();
    }

    /** Remembers that a head is kept. */
    void keepHead() {
        database.update(
                "insert into ledger_head (kept_since) select now() where not exists (select 1 from ledger_head)");
    }

    static Entry row(ResultSet row, int number) throws SQLException {
        return new Entry(
                KeyArrays.read(row),
                row.getObject("erasure_id", UUID.class),
                row.getBoolean("whole_person"),
                row.getInt("epoch"),
                HexFormat.of().formatHex(row.getBytes("salt")),
                row.getObject("removed_on", LocalDate.class),
                row.getObject("removed_at", OffsetDateTime.class),
                List.of((String[]) row.getArray("leased_by").getArray()));
    }
}
