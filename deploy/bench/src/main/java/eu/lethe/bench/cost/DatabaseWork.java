package eu.lethe.bench.cost;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Understands what PostgreSQL was asked: commits of each database, and statements if the stack was started so that they are
 * counted.
 */
final class DatabaseWork implements Meters {

    private static final String COMMITS = """
            select datname as of, xact_commit as number from pg_stat_database where datname like 'lethe%'""";

    private static final String STATEMENTS = """
            select datname as of, sum(calls) as number from pg_stat_statements
              join pg_database on oid = dbid
             where datname like 'lethe%' group by datname""";

    /** Texts have no values in them: PostgreSQL takes them out. */
    private static final String EACH = """
            select datname, queryid, regexp_replace(min(query), '\\s+', ' ', 'g') as text,
                   sum(calls) as calls, sum(total_exec_time) as milliseconds
              from pg_stat_statements join pg_database on oid = dbid
             where datname like 'lethe%' group by datname, queryid""";

    /** A statement, how often it was asked and how long PostgreSQL took over it. */
    record Asked(String database, long id, String text, double calls, double milliseconds) {}

    private final Connection database;
    private final boolean counted;

    /**
     * @param database of the superuser, and none of those that are measured
     */
    DatabaseWork(Connection database) throws SQLException {
        this.database = database;
        this.counted = isCounted();
        if (counted) {
            execute("create extension if not exists pg_stat_statements");
        }
    }

    private boolean isCounted() throws SQLException {
        try (var statement = database.createStatement();
                var answer = statement.executeQuery("show shared_preload_libraries")) {
            return answer.next() && answer.getString(1).contains("pg_stat_statements");
        }
    }

    /** Whether statements are counted. */
    boolean countsStatements() {
        return counted;
    }

    @Override
    public Map<Meter, Double> read() throws SQLException {
        Map<Meter, Double> numbers = new HashMap<>();
        read(COMMITS, Meter.Kind.COMMITS, numbers);
        if (counted) {
            read(STATEMENTS, Meter.Kind.STATEMENTS, numbers);
        }
        return numbers;
    }

    private void read(String question, Meter.Kind kind, Map<Meter, Double> numbers) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(question)) {
            while (rows.next()) {
                numbers.put(new Meter(kind, rows.getString("of")), rows.getDouble("number"));
            }
        }
    }

    /** From now on each statement is counted from nought. */
    void beginAnew() throws SQLException {
        if (counted) {
            execute("select pg_stat_statements_reset()");
        }
    }

    /** Each statement since. */
    List<Asked> asked() throws SQLException {
        if (!counted) {
            return List.of();
        }
        List<Asked> asked = new ArrayList<>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(EACH)) {
            while (rows.next()) {
                asked.add(new Asked(
                        rows.getString("datname"),
                        rows.getLong("queryid"),
                        rows.getString("text"),
                        rows.getDouble("calls"),
                        rows.getDouble("milliseconds")));
            }
        }
        return List.copyOf(asked);
    }

    private void execute(String what) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(what);
        }
    }
}
