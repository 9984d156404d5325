package eu.lethe.bench.cost;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Understands how costs are shown so that a page can hold them: a row for each meter, a column for each operation. */
final class CostTable {

    /** What is less than this is the grain of the clocks. */
    private static final double NOTHING = 0.005;

    private record Column(String operation, Reading cost) {}

    private final double yardstick;
    private final List<Column> columns = new ArrayList<>();

    /**
     * @param yardstick milliseconds of processor time for one raw row
     */
    CostTable(double yardstick) {
        this.yardstick = yardstick;
    }

    void add(String operation, Reading cost) {
        columns.add(new Column(operation, cost));
    }

    void print(PrintStream out) {
        out.printf("| |%s%n", row(column -> " " + column.operation() + " |"));
        out.printf("|---|%s%n", row(_ -> "---|"));
        for (var kind : Meter.Kind.values()) {
            var meters = meters(kind);
            for (var meter : meters) {
                out.printf("| %s, %s |%s%n", kind.words(), meter.of(), numbers(cost -> cost.of(meter)));
            }
            if (!meters.isEmpty()) {
                out.printf("| **%s, all** |%s%n", kind.words(), numbers(cost -> cost.all(kind)));
            }
        }
        out.printf(
                "| **raw rows of the same processor time** |%s%n",
                numbers(cost -> cost.all(Meter.Kind.PROCESSOR) / yardstick));
    }

    private SortedSet<Meter> meters(Meter.Kind kind) {
        var meters = new TreeSet<Meter>();
        columns.forEach(column -> column.cost().values().forEach((meter, value) -> {
            if (meter.kind() == kind && value >= NOTHING) {
                meters.add(meter);
            }
        }));
        return meters;
    }

    private String numbers(ToDoubleFunction<Reading> of) {
        return row(column -> cell(of.applyAsDouble(column.cost())));
    }

    private String row(Function<Column, String> of) {
        return columns.stream().map(of).collect(Collectors.joining());
    }

    private static String cell(double number) {
        return number < NOTHING ? " – |" : String.format(Locale.ROOT, number < 100 ? " %.2f |" : " %.0f |", number);
    }
}
