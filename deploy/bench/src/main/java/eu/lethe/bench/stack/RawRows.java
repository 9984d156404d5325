package eu.lethe.bench.stack;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/**
 * The yardstick: rows of an event's size put straight into the stack's PostgreSQL, into a table with the three indexes that a
 * table of events has. The table goes with this object.
 */
public final class RawRows implements AutoCloseable {

    private static final byte[] EVENT = new byte[1_000];
    private static final String INSERT = "insert into bench_raw_row (id, stream, number, payload) values (?, ?, ?, ?)";

    private final RunningStack stack;

    /** An empty table. */
    public RawRows(RunningStack stack) throws SQLException {
        this.stack = stack;
        execute("drop table if exists bench_raw_row");
        execute("""
                create table bench_raw_row (position bigserial primary key, id uuid not null unique, stream uuid not null,
                                            number bigint not null, payload bytea not null, unique (stream, number))""");
    }

    /** A connection that commits each row by itself. */
    public Times.Work oneByOne() throws SQLException {
        var insert = stack.database().prepareStatement(INSERT);
        return () -> {
            fill(insert, UUID.randomUUID(), 0);
            insert.executeUpdate();
        };
    }

    /** So many streams of so many rows, each stream committed by itself. */
    public void streams(int streams, int rows) throws SQLException {
        try (Connection database = stack.database();
                PreparedStatement insert = database.prepareStatement(INSERT)) {
            database.setAutoCommit(false);
            for (var one = 0; one < streams; one++) {
                var stream = UUID.randomUUID();
                for (var row = 0; row < rows; row++) {
                    fill(insert, stream, row);
                    insert.executeUpdate();
                }
                database.commit();
            }
        }
    }

    private static void fill(PreparedStatement insert, UUID stream, long number) throws SQLException {
        insert.setObject(1, UUID.randomUUID());
        insert.setObject(2, stream);
        insert.setLong(3, number);
        insert.setBytes(4, EVENT);
    }

    private void execute(String statement) throws SQLException {
        try (Connection database = stack.database();
                var prepared = database.createStatement()) {
            prepared.execute(statement);
        }
    }

    @Override
    public void close() throws SQLException {
        execute("drop table bench_raw_row");
    }
}
