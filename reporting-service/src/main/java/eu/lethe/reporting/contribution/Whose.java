package eu.lethe.reporting.contribution;

import eu.lethe.contracts.sealing.Compartment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Understands whose key something stands and falls with: a person's, for one compartment. */
public record Whose(UUID personId, Compartment compartment) {

    /** As a row says it in {@code person_id} and {@code compartment}. */
    static Whose of(ResultSet row) throws SQLException {
        return new Whose(row.getObject("person_id", UUID.class), new Compartment(row.getString("compartment")));
    }
}
