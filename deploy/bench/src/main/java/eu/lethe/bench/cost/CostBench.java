package eu.lethe.bench.cost;

import eu.lethe.bench.stack.Caller;
import eu.lethe.bench.stack.RawRows;
import eu.lethe.bench.stack.RunningStack;
import eu.lethe.bench.stack.Times;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/**
 * Measures what a contact and the opening of a file cost the whole stack, eight workers at once: processor time of each process,
 * statements and commits of each database, messages. The time others wait for the processor is in none of it.
 */
public final class CostBench {

    private static final String UNIT = "centre";
    private static final int CLIENTS = 8;
    private static final int FRESH = 15;
    private static final int CONTACTS = 10;
    private static final int READINGS = 20;
    private static final int RAW_ROWS = 500;
    private static final int WARM_UP = 25;
    private static final int STATEMENTS = 25;
    private static final List<Integer> DEPTHS = List.of(10, 100, 1_000);

    private final RunningStack stack;
    private final Caller worker;
    private final int deepest;
    private final PrintStream out;

    /**
     * On a stack that runs.
     *
     * @param deepest so many contacts a file has at most
     */
    public CostBench(RunningStack stack, int deepest, PrintStream out) {
        this.stack = stack;
        this.worker = stack.signIn("worker");
        this.deepest = deepest;
        this.out = out;
    }

    /** Measures and tells. */
    public void run() throws IOException, SQLException, InterruptedException {
        try (var database = stack.superuser();
                var kafka = Admin.create(stack.kafka())) {
            var work = new DatabaseWork(database);
            var watched = new WatchedStack(List.of(new ProcessorTime(stack.state()), work, new MessagesSent(kafka)));
            var files = files(CLIENTS);
            // the first ones are for the compiler
            Times.of(contacts(files), WARM_UP);
            Times.of(readings(files), WARM_UP);
            tellRest(watched.rest());
            measure(watched, work);
            if (!work.countsStatements()) {
                out.println("Statements are counted on a stack that was started with LETHE_COUNT_STATEMENTS=yes.");
            }
        }
    }

    private void measure(WatchedStack watched, DatabaseWork work)
            throws IOException, SQLException, InterruptedException {
        var table = new CostTable(yardstick(watched));
        var fresh = IntStream.range(0, CLIENTS)
                .mapToObj(_ -> files(FRESH).iterator())
                .toList();
        watched.awaitRest();
        work.beginAnew();
        note(table, "first contact on a file", watched.costOf(firstContacts(fresh), FRESH));
        var asked = work.asked();
        var files = files(CLIENTS);
        Times.of(contacts(files), 1);
        var depth = 1;
        for (var next : Stream.concat(Stream.of(1), DEPTHS.stream())
                .filter(one -> one <= deepest)
                .toList()) {
            Times.of(contacts(files), next - depth);
            note(table, "file opened, contacts: " + next, watched.costOf(readings(files), READINGS));
            depth = next;
            if (next > 1) {
                note(table, "contact, after: " + next, watched.costOf(contacts(files), CONTACTS));
                depth += CONTACTS;
            }
        }
        table.print(out);
        tell(asked);
    }

    private double yardstick(WatchedStack watched) throws IOException, SQLException, InterruptedException {
        try (var rows = new RawRows(stack)) {
            var raw = new ArrayList<Times.Work>();
            for (var client = 0; client < CLIENTS; client++) {
                raw.add(rows.oneByOne());
            }
            var cost = watched.costOf(raw, RAW_ROWS).all(Meter.Kind.PROCESSOR);
            out.printf(Locale.ROOT, "yardstick: a raw committed row takes %.3f ms of processor time%n", cost);
            return cost;
        }
    }

    private void note(CostTable table, String operation, Reading cost) {
        table.add(operation, cost);
        out.printf(Locale.ROOT, "%-30s %7.2f ms of processor time%n", operation, cost.all(Meter.Kind.PROCESSOR));
    }

    private List<OpenFile> files(int number) {
        return IntStream.range(0, number)
                .mapToObj(_ -> new OpenFile(worker, UNIT))
                .toList();
    }

    private static List<Times.Work> contacts(List<OpenFile> files) {
        return files.stream().<Times.Work>map(file -> file::recordContact).toList();
    }

    private static List<Times.Work> readings(List<OpenFile> files) {
        return files.stream().<Times.Work>map(file -> file::read).toList();
    }

    private static List<Times.Work> firstContacts(List<Iterator<OpenFile>> files) {
        return files.stream()
                .<Times.Work>map(ofOne -> () -> ofOne.next().recordContact())
                .toList();
    }

    private void tellRest(Reading second) {
        out.printf(
                Locale.ROOT,
                "at rest the stack takes %.0f ms of processor time a second, %.1f statements and %.1f commits; they are left out%n",
                second.all(Meter.Kind.PROCESSOR),
                second.all(Meter.Kind.STATEMENTS),
                second.all(Meter.Kind.COMMITS));
    }

    /** What took PostgreSQL longest for the first contact on a file, what it does at rest included. */
    private void tell(List<DatabaseWork.Asked> asked) {
        var longest = new ArrayList<>(asked);
        longest.sort(Collections.reverseOrder(Comparator.comparingDouble(DatabaseWork.Asked::milliseconds)));
        var times = CLIENTS * FRESH;
        longest.stream()
                .limit(STATEMENTS)
                .forEach(one -> out.printf(
                        Locale.ROOT,
                        "%7.2f times %8.3f ms in all  %-16s %.140s%n",
                        one.calls() / times,
                        one.milliseconds() / times,
                        one.database(),
                        one.text()));
    }
}
