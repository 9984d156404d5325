package eu.lethe.platform.erasure;

import eu.lethe.contracts.sealing.KeyId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Understands where a service keeps what is sealed, and so how it forgets what no key opens any more. */
public final class SealedColumns {

    private final JdbcClient database;
    private final List<SealedColumn> columns;

    /** All places of a service. */
    public SealedColumns(JdbcClient database, List<SealedColumn> columns) {
        this.database = database;
        this.columns = List.copyOf(columns);
    }

    /** Forgets what is sealed under these keys of a person. What a key of a later generation sealed stays. */
    public void forget(UUID personId, Collection<KeyId> gone) {
        var keys = gone.stream().map(KeyId::toString).toArray(String[]::new);
        var compartments =
                gone.stream().map(key -> key.compartment().code()).distinct().toArray(String[]::new);
        columns.forEach(column -> database.sql(column.statement())
                .param("person", personId)
                .param("keys", keys)
                .param("compartments", compartments)
                .update());
    }
}
