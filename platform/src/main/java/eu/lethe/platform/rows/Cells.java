package eu.lethe.platform.rows;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Understands how what our tables hold, and JDBC does not know, is read from a row. */
public final class Cells {

    private Cells() {}

    /** Something sealed; null where it was forgotten, or never there. */
    public static <T> @Nullable Sealed<T> sealed(ResultSet row, String column) throws SQLException {
        var compact = row.getString(column);
        return compact == null ? null : Sealed.ofCompact(compact);
    }

    /** A moment that is always there. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** A moment that may not have come. */
    public static @Nullable Instant instantIfAny(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    /** Compartments by their codes. */
    public static List<Compartment> compartments(ResultSet row, String column) throws SQLException {
        return Stream.of((String[]) row.getArray(column).getArray())
                .map(Compartment::new)
                .toList();
    }
}
