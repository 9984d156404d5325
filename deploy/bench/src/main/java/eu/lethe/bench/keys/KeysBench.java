package eu.lethe.bench.keys;

import eu.lethe.bench.stack.Caller;
import eu.lethe.bench.stack.RunningStack;
import eu.lethe.bench.stack.Times;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Measures what keys cost: to lease them one by one and a thousand at a time, as case-service does; and to wrap all that there
 * are in a new epoch, while leases go on, beside one bare update of as many rows of their size.
 */
public final class KeysBench {

    private static final int PERSONS_A_REQUEST = 10_000;
    private static final int MANY = 1_000;
    private static final int ROUNDS = 30;
    private static final int FIRST = 10;

    private final RunningStack stack;
    private final Caller service;
    private final int persons;
    private final PrintStream out;
    private final List<String> ids = new ArrayList<>();

    /** With the keys of so many persons more than there were. */
    public KeysBench(RunningStack stack, int persons, PrintStream out) {
        this.stack = stack;
        this.service = stack.caseServiceAtRetention();
        this.persons = persons;
        this.out = out;
    }

    /** Measures and tells. */
    public void run() throws SQLException, InterruptedException {
        reserve();
        leases();
        rotation();
    }

    private void reserve() {
        var begin = System.nanoTime();
        while (ids.size() < persons) {
            service.post("/api/retention/reserves", Map.of("count", Math.min(PERSONS_A_REQUEST, persons - ids.size())))
                    .required("personIds")
                    .forEach(id -> ids.add(id.asString()));
        }
        tell("%,d persons were made, each with a key of every compartment, in %.1f s", ids.size(), seconds(begin));
    }

    private void leases() throws InterruptedException {
        var one = times(1);
        var many = times(MANY);
        var single = one.milliseconds(50);
        var each = many.milliseconds(50) / MANY;
        tell(
                "a lease: one key p50 %.2f ms; %,d keys p50 %.1f ms, %.4f ms a key: %.0f times faster",
                single, MANY, many.milliseconds(50), each, single / each);
    }

    private Times times(int keys) throws InterruptedException {
        Times.of(List.of(lease(keys)), FIRST);
        return Times.of(List.of(lease(keys)), ROUNDS);
    }

    /** Of other persons each time. */
    private Times.Work lease(int keys) {
        var next = new int[] {0};
        return () -> {
            var kids = IntStream.range(0, keys)
                    .mapToObj(_ -> ids.get(next[0]++ % ids.size()) + ".narrative.1")
                    .toList();
            var leased = service.post("/api/retention/leases", Map.of("kids", kids))
                    .required("keys")
                    .size();
            if (leased != keys) {
                throw new IllegalStateException("%d of %d keys were leased".formatted(leased, keys));
            }
        };
    }

    private void rotation() throws SQLException, InterruptedException {
        var rows = rows();
        var bare = bareUpdate(rows);
        var admin = stack.administratorAtRetention();
        var meanwhile = new Leasing(lease(1));
        meanwhile.start();
        var begin = System.nanoTime();
        admin.post("/api/retention/epochs", Map.of());
        var took = seconds(begin);
        var waited = meanwhile.stop();
        tell(
                "a rotation of %,d keys: %.1f s, %,.0f a second; bare update of as many rows %.1f s, %,.0f a second: %.2f of it",
                rows, took, rows / took, bare, rows / bare, bare / took);
        tell(
                "meanwhile %d leases of one key: p50 %.1f ms, p95 %.1f ms",
                waited.nanoseconds().size(), waited.milliseconds(50), waited.milliseconds(95));
    }

    private long rows() throws SQLException {
        try (var database = stack.superuser("lethe_retention");
                var statement = database.createStatement();
                var answer = statement.executeQuery("select count(*) from content_key")) {
            answer.next();
            return answer.getLong(1);
        }
    }

    /** Seconds that it takes to write as many rows of this shape anew in one statement: the least that a rotation needs. */
    private double bareUpdate(long rows) throws SQLException {
        try (var database = stack.database();
                var statement = database.createStatement()) {
            statement.execute("drop table if exists bench_key");
            statement.execute("""
                    create table bench_key (person_id uuid not null, compartment text not null, generation integer not null,
                                            wrapped bytea not null, epoch integer not null, state text not null,
                                            primary key (person_id, compartment, generation))""");
            statement.execute("""
                    insert into bench_key select gen_random_uuid(), 'narrative', 1, decode(repeat('ab', 60), 'hex'), 1, 'live'
                      from generate_series(1, %d)""".formatted(rows));
            var begin = System.nanoTime();
            statement.execute("update bench_key set wrapped = decode(repeat('cd', 60), 'hex'), epoch = 2");
            var took = seconds(begin);
            statement.execute("drop table bench_key");
            return took;
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private void tell(String what, Object... figures) {
        out.printf(Locale.ROOT, what + "%n", figures);
    }
}
