package eu.lethe.platform.eventstore;

import eu.lethe.contracts.sealing.KeyId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;

/** Understands which aggregates hold something sealed under a person's keys, however the person came into them. */
final class SealedUnder {

    private final JdbcOperations database;

    SealedUnder(JdbcOperations database) {
        this.database = database;
    }

    /** Says that an aggregate holds something of a person. */
    record Holding(UUID personId, String aggregateId) {

        static Holding of(String kid, String aggregateId) {
            return new Holding(KeyId.parse(kid).personId(), aggregateId);
        }
    }

    /** Remembers holdings, in an order that keeps two appends from waiting for each other. */
    void remember(Collection<Holding> holdings) {
        var rows = inOrder(holdings);
        if (!rows.isEmpty()) {
            database.batchUpdate(
                    "insert into sealed_under (person_id, aggregate_identifier) values (?, ?) on conflict do nothing",
                    rows);
        }
    }

    /** Whether no aggregate holds anything of anybody. */
    boolean isEmpty() {
        return !Boolean.TRUE.equals(database.queryForObject("select exists (select from sealed_under)", Boolean.class));
    }

    /** The aggregates that hold something of these persons. */
    List<String> aggregatesOf(Set<UUID> personIds) {
        return database.query(
                "select distinct aggregate_identifier from sealed_under where person_id = any(?::uuid[])",
                (row, _) -> row.getString(1),
                (Object) personIds.stream().map(UUID::toString).toArray(String[]::new));
    }

    /** Forgets holdings that are none any more. */
    void forget(Collection<Holding> holdings) {
        var rows = inOrder(holdings);
        if (!rows.isEmpty()) {
            database.batchUpdate("delete from sealed_under where person_id = ? and aggregate_identifier = ?", rows);
        }
    }

    private static List<Object[]> inOrder(Collection<Holding> holdings) {
        return holdings.stream()
                .distinct()
                .sorted((one, other) -> {
                    var byAggregate = one.aggregateId().compareTo(other.aggregateId());
                    return byAggregate != 0 ? byAggregate : one.personId().compareTo(other.personId());
                })
                .map(holding -> new Object[] {holding.personId(), holding.aggregateId()})
                .toList();
    }
}
