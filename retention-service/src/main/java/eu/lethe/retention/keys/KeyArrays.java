package eu.lethe.retention.keys;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.KeyId;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Understands a batch of key ids as three parallel arrays, which PostgreSQL unnests: one round trip, however many. They are
 * sorted, so that two batches lock their rows in the same order.
 */
public final class KeyArrays {

    /** The order in which batches go. */
    public static final Comparator<KeyId> ORDER = Comparator.comparing(KeyId::personId)
            .thenComparing(kid -> kid.compartment().code())
            .thenComparingInt(KeyId::generation);

    private KeyArrays() {}

    /** Sets parameters {@code first} to {@code first + 2}. */
    public static void set(PreparedStatement statement, int first, List<KeyId> kids) throws SQLException {
        statement.setArray(first, array(statement, "uuid", kids, KeyId::personId));
        statement.setArray(
                first + 1,
                array(statement, "text", kids, kid -> kid.compartment().code()));
        statement.setArray(first + 2, array(statement, "int4", kids, KeyId::generation));
    }

    /** An array of anything. */
    public static <T> Array array(
            PreparedStatement statement, String type, List<T> values, Function<? super T, Object> element)
            throws SQLException {
        return statement
                .getConnection()
                .createArrayOf(type, values.stream().map(element).toArray());
    }

    /** An array of byte strings. */
    static Array bytes(PreparedStatement statement, List<byte[]> values) throws SQLException {
        return statement.getConnection().createArrayOf("bytea", values.toArray(byte[][]::new));
    }

    /** Reads columns {@code person_id}, {@code compartment}, {@code generation}. */
    public static KeyId read(ResultSet row) throws SQLException {
        return new KeyId(
                row.getObject("person_id", UUID.class),
                new Compartment(row.getString("compartment")),
                row.getInt("generation"));
    }
}
