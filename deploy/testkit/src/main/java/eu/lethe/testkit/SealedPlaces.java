package eu.lethe.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Understands where a service's database holds something sealed. A column in which anything sealed is found has to be among
 * those that the service forgets; each test looks at what it left behind, so that a new column is found by the tests of
 * what writes it.
 */
public final class SealedPlaces {

    /** Events are pruned, not emptied. */
    private static final Set<String> EVENTS = Set.of("domain_event", "snapshot_event");

    private static final String COLUMNS = """
            select table_name, column_name, data_type from information_schema.columns
              join information_schema.tables using (table_schema, table_name)
             where table_schema = 'public' and table_type = 'BASE TABLE'
               and data_type in ('text', 'character varying', 'json', 'jsonb', 'bytea', 'ARRAY')""";
    /** A JWE in compact form, under a key that both sides have. */
    private static final String SEALED = "'eyJ[A-Za-z0-9_-]+[.][.][A-Za-z0-9_-]+[.]'";

    private record Column(String table, String name, String type) {

        String place() {
            return table + "." + name;
        }

        String query() {
            var text = type.equals("bytea") ? "encode(\"%s\", 'escape')" : "\"%s\"::text";
            return "select '" + place() + "' where exists (select from \"" + table + "\" where " + text.formatted(name)
                    + " ~ " + SEALED + ")";
        }
    }

    private SealedPlaces() {}

    /** Fails when the list lacks a column that holds something sealed, or names one that there is not. */
    public static void requireForgotten(DataSource database, Collection<String> listed) {
        try (var connection = database.getConnection()) {
            var columns = columns(connection);
            var unknown = new TreeSet<>(listed);
            columns.forEach(column -> unknown.remove(column.place()));
            var forgottenByNobody = holding(
                    connection,
                    columns.stream()
                            .filter(column -> !EVENTS.contains(column.table()) && !listed.contains(column.place()))
                            .toList());
            if (!unknown.isEmpty() || !forgottenByNobody.isEmpty()) {
                throw new AssertionError("sealed, and in no list of what is forgotten: " + forgottenByNobody
                        + "; in the list, and no column: " + unknown);
            }
        } catch (SQLException unreachable) {
            throw new AssertionError(unreachable);
        }
    }

    private static List<Column> columns(Connection connection) throws SQLException {
        var columns = new ArrayList<Column>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(COLUMNS)) {
            while (row.next()) {
                columns.add(new Column(row.getString(1), row.getString(2), row.getString(3)));
            }
        }
        return columns;
    }

    private static List<String> holding(Connection connection, List<Column> columns) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        columns.stream().map(Column::query).collect(Collectors.joining(" union all ")))) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }
}
