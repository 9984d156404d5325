package eu.lethe.bench.imports;

import eu.lethe.bench.population.Inhabitant;
import eu.lethe.bench.population.Population;
import eu.lethe.bench.stack.Caller;
import eu.lethe.bench.stack.RawRows;
import eu.lethe.bench.stack.RunningStack;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * Measures taking over a unit's existing files from CSV, as its lead does: tried first, then done, then done again, which finds
 * them all there. Each line has a contact with a code.
 */
public final class ImportBench {

    /** Reference, person, file, contact and its codes come to six events a line. */
    private static final int EVENTS_A_LINE = 6;

    private static final String HEADER = "reference,familyName,givenName,birthDate,contactDate,contactText,codes\n";

    private final RunningStack stack;
    private final int lines;
    private final PrintStream out;

    /** Of so many lines. */
    public ImportBench(RunningStack stack, int lines, PrintStream out) {
        this.stack = stack;
        this.lines = lines;
        this.out = out;
    }

    /** Measures and tells. */
    public void run() throws SQLException, InterruptedException {
        var lead = stack.signIn("lead");
        var csv = csv(code(lead));
        out.printf(Locale.ROOT, "%,d lines, %,d kB%n", lines, csv.length / 1_000);
        var raw = raw();
        tell("dry run", take(lead, csv, true), "created");
        var taken = take(lead, csv, false);
        tell("run", taken, "created");
        tell("again", take(lead, csv, false), "already");
        out.printf(
                Locale.ROOT,
                "yardstick  %6.2f s   %,7.0f lines/s   %d raw rows a line, committed together%n",
                raw,
                lines / raw,
                EVENTS_A_LINE);
        out.printf(Locale.ROOT, "ratio      %6.1f      to the yardstick%n", taken.seconds() / raw);
    }

    private record Import(double seconds, JsonNode end) {}

    private Import take(Caller lead, byte[] csv, boolean dryRun) throws InterruptedException {
        var begin = System.nanoTime();
        var importId = lead.post("/api/cases/imports?dryRun=" + dryRun, "text/csv", BodyPublishers.ofByteArray(csv))
                .required("importId")
                .asString();
        var end = lead.get("/api/cases/imports/" + importId);
        while (end.required("state").asString().equals("running")) {
            Thread.sleep(200);
            end = lead.get("/api/cases/imports/" + importId);
        }
        return new Import((System.nanoTime() - begin) / 1e9, end);
    }

    private void tell(String what, Import taken, String count) {
        out.printf(
                Locale.ROOT,
                "%-10s %6.2f s   %,7.0f lines/s   %s: %d %s, %d refused%n",
                what,
                taken.seconds(),
                lines / taken.seconds(),
                taken.end().required("state").asString(),
                taken.end().required(count).asInt(),
                count,
                taken.end().required("refused").asInt());
    }

    private double raw() throws SQLException {
        try (var rows = new RawRows(stack)) {
            var begin = System.nanoTime();
            rows.streams(lines, EVENTS_A_LINE);
            return (System.nanoTime() - begin) / 1e9;
        }
    }

    /** The first code of the nomenclature that is nobody's health. */
    private static String code(Caller lead) {
        return lead.get("/api/cases/nomenclature")
                .required("items")
                .valueStream()
                .filter(entry -> !Optional.ofNullable(entry.get("compartment"))
                        .map(JsonNode::asString)
                        .orElse("")
                        .equals("health"))
                .map(entry -> entry.required("code").asString())
                .findFirst()
                .orElseThrow();
    }

    /** People nobody has imported yet, whenever it is run. */
    private byte[] csv(String code) {
        var batch = UUID.randomUUID();
        List<Inhabitant> people = Population.of(lines, batch.getMostSignificantBits());
        return IntStream.range(0, lines)
                .mapToObj(line -> line(batch + "/" + line, people.get(line), code))
                .collect(Collectors.joining("", HEADER, ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String line(String reference, Inhabitant who, String code) {
        var identity = who.identity();
        return "%s,%s,%s,%s,2026-01-15,\"%s\",%s%n"
                .formatted(
                        reference,
                        identity.familyName(),
                        identity.givenName(),
                        identity.birthDate() == null ? "" : identity.birthDate(),
                        "Dossier repris. Vient pour un impayé de loyer, suivi depuis l’automne ; apportera le bail.",
                        code);
    }
}
