package eu.lethe.bench.saving;

import eu.lethe.bench.stack.Caller;
import eu.lethe.bench.stack.RawRows;
import eu.lethe.bench.stack.RunningStack;
import eu.lethe.bench.stack.Times;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * Measures how long a worker waits for a contact on an open file to be saved: through the gateway, from the request until the
 * answer, which comes once the file shows it; that it does is checked for each.
 */
public final class SavingBench {

    private static final String UNIT = "centre";
    private static final List<Integer> CLIENTS = List.of(1, 8);
    private static final int CONTACTS = 400;
    private static final int FIRST = 80;
    private static final String TEXT =
            "Entretien. Elle vient pour un impayé de loyer ; elle apportera le bail. ".repeat(8);

    /** Somebody's file, and a worker who writes in it. */
    private final class Desk implements Times.Work {

        private final String file;
        private final List<String> contacts = new ArrayList<>();

        Desk() {
            var person = worker.post("/api/cases/persons", Map.of("familyName", "Mesure", "givenName", "Banc"))
                    .required("personId")
                    .asString();
            file = worker.post("/api/cases/files", Map.of("personId", person, "unit", UNIT))
                    .required("fileId")
                    .asString();
        }

        @Override
        public void doOnce() {
            var saved = worker.post(
                    "/api/cases/files/" + file + "/contacts",
                    Map.of("date", LocalDate.now(ZoneId.of("Europe/Paris")).toString(), "text", TEXT));
            contacts.add(saved.required("contactId").asString());
        }

        int missing() {
            var shown = StreamSupport.stream(
                            worker.get("/api/cases/files/" + file + "?limit=500")
                                    .required("contacts")
                                    .spliterator(),
                            false)
                    .map(contact -> contact.required("contactId").asString())
                    .toList();
            return (int) contacts.stream().filter(one -> !shown.contains(one)).count();
        }
    }

    private final RunningStack stack;
    private final Caller worker;
    private final PrintStream out;

    /** On a stack that runs. */
    public SavingBench(RunningStack stack, PrintStream out) {
        this.stack = stack;
        this.worker = stack.signIn("worker");
        this.out = out;
    }

    /** Measures and tells. */
    public void run() throws SQLException, InterruptedException {
        out.printf("a contact on an open file, saved and shown%n");
        // the first ones are for the compiler
        Times.of(List.of(new Desk()), FIRST);
        for (var clients : CLIENTS) {
            measure(clients);
        }
    }

    private void measure(int clients) throws SQLException, InterruptedException {
        var desks = new ArrayList<Desk>();
        var raw = new ArrayList<Times.Work>();
        try (var rows = new RawRows(stack)) {
            for (var client = 0; client < clients; client++) {
                desks.add(new Desk());
                raw.add(rows.oneByOne());
            }
            var committed = Times.of(raw, CONTACTS / clients);
            var saved = Times.of(desks, CONTACTS / clients);
            tell("%d client%s".formatted(clients, clients == 1 ? "" : "s"), saved);
            tell("  yardstick", committed);
            var missing = desks.stream().mapToInt(Desk::missing).sum();
            out.printf(
                    Locale.ROOT,
                    "  ratio      p50 %7.1f to two raw commits; %s%n",
                    saved.milliseconds(50) / (2 * committed.milliseconds(50)),
                    missing == 0 ? "all are shown" : missing + " are not shown yet");
        }
    }

    private void tell(String what, Times times) {
        out.printf(
                Locale.ROOT,
                "%-12s p50 %7.2f ms   p95 %7.2f ms   worst %7.2f ms   of %d%n",
                what,
                times.milliseconds(50),
                times.milliseconds(95),
                times.milliseconds(100),
                times.nanoseconds().size());
    }
}
