package eu.lethe.reporting.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticalSecrecyTest {

    private static final int THRESHOLD = 11;
    private static final List<String> UNITS = List.of("centre", "north", "south", "west", "east");

    private final StatisticalSecrecy secrecy = new StatisticalSecrecy(THRESHOLD);

    @ParameterizedTest
    @CsvSource({
        // centre north south, and which are secret
        "11, 12, 13, ''",
        "10, 12, 50, centre north",
        "3, 8, 50, centre north",
        "3, 7, 50, centre north south",
        "1, 11, 12, centre north",
        "4, 0, 0, centre",
        "0, 0, 40, ''",
        "5, 0, 40, centre south"
    })
    void the_small_ones_of_a_line_are_secret_with_what_would_tell_them(
            long centre, long north, long south, String secret) {
        var line = line("housing", centre, north, south);

        assertThat(secrecy.of(line).stream().map(Cell::unit).sorted().collect(Collectors.joining(" ")))
                .isEqualTo(secret);
    }

    @Test
    void every_line_is_protected_by_itself() {
        var grid = new TreeMap<>(line("housing", 5, 20, 30));
        grid.putAll(line("health", 20, 30, 40));

        assertThat(secrecy.of(grid)).allSatisfy(cell -> assertThat(cell.area()).isEqualTo("housing"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 2})
    void a_threshold_that_protects_nobody_is_refused(int threshold) {
        assertThatThrownBy(() -> new StatisticalSecrecy(threshold))
                .hasMessage("lethe.reporting.threshold is %d, and is never below 3".formatted(threshold));
    }

    @Test
    void whoever_knows_the_sums_of_the_lines_cannot_tell_that_a_secret_figure_is_small() {
        var seed = 20_260_302L;
        var chance = new Random(seed);
        for (var table = 0; table < 5_000; table++) {
            var grid = randomGrid(chance);
            var shown = shown(grid);
            for (var line : linesOf(grid)) {
                attack(grid, shown, line, "seed %d, table %d".formatted(seed, table));
            }
        }
    }

    @Test
    void no_filter_and_no_other_year_tells_more() {
        var chance = new Random(7);
        for (var table = 0; table < 500; table++) {
            var grid = randomGrid(chance);
            var secret = secrecy.of(grid);
            var twoYears = new TreeMap<>(grid);
            grid.forEach((cell, value) ->
                    twoYears.put(new Cell(cell.year() + 1, cell.unit(), cell.measure(), cell.area()), value + 4));

            assertThat(secrecy.of(twoYears)).containsAll(secret);
            assertThat(secrecy.of(twoYears).stream().filter(cell -> cell.year() == 2025))
                    .containsExactlyInAnyOrderElementsOf(secret);
        }
    }

    /**
     * Linear bounds: each secret figure lies between nothing and what the sum leaves, once what is shown is taken off. A sum
     * that is itself below the threshold is published by nobody.
     */
    private static void attack(Map<Cell, Long> grid, Map<Cell, Long> shown, Set<Cell> line, String where) {
        var sum = line.stream().mapToLong(grid::get).sum();
        var secret = line.stream().filter(cell -> !shown.containsKey(cell)).toList();
        assertThat(line.stream().filter(shown::containsKey).mapToLong(shown::get))
                .as(where)
                .allMatch(value -> value == 0 || value >= THRESHOLD);
        if (sum < THRESHOLD || secret.isEmpty()) {
            return;
        }
        var left = sum
                - line.stream().filter(shown::containsKey).mapToLong(shown::get).sum();
        for (var cell : secret) {
            var most = left; // the others may be nothing at all
            var least = secret.size() == 1 ? left : 0;
            assertThat(most).as("%s: %s can be %d at most", where, cell, most).isGreaterThanOrEqualTo(THRESHOLD);
            assertThat(least).as("%s: %s is told exactly", where, cell).isLessThan(most);
        }
    }

    private Map<Cell, Long> shown(Map<Cell, Long> grid) {
        var shown = new TreeMap<>(grid);
        shown.keySet().removeAll(secrecy.of(grid));
        return shown;
    }

    private static List<Set<Cell>> linesOf(Map<Cell, Long> grid) {
        return List.copyOf(grid.keySet().stream()
                .collect(Collectors.groupingBy(cell -> cell.measure() + "/" + cell.area(), Collectors.toSet()))
                .values());
    }

    private static Map<Cell, Long> randomGrid(Random chance) {
        var units = UNITS.subList(0, 1 + chance.nextInt(UNITS.size()));
        var grid = new TreeMap<Cell, Long>();
        for (var area : List.of("housing", "health", "budget")) {
            units.forEach(unit -> grid.put(new Cell(2025, unit, Measure.PROBLEMS, area), value(chance)));
        }
        units.forEach(unit -> grid.put(new Cell(2025, unit, Measure.PERSONS, null), value(chance)));
        return grid;
    }

    /** Mostly small, often nothing, now and then many. */
    private static long value(Random chance) {
        return switch (chance.nextInt(5)) {
            case 0 -> 0;
            case 1 -> chance.nextInt(200);
            default -> chance.nextInt(16);
        };
    }

    private static Map<Cell, Long> line(String area, long... values) {
        var line = new TreeMap<Cell, Long>();
        var units = new ArrayList<>(UNITS);
        IntStream.range(0, values.length)
                .forEach(at -> line.put(new Cell(2025, units.get(at), Measure.PROBLEMS, area), values[at]));
        return line;
    }
}
