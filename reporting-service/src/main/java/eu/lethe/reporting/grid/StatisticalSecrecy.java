package eu.lethe.reporting.grid;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Understands which figures are kept secret, since they count so few that somebody might be recognised. A line of the grid is
 * one measure and area, across the units; its sum is shown nowhere here, yet is a figure that an agency publishes. So a line
 * is protected as if its sum were known: what is secret of it adds to the threshold at least, and no sum tells that one of
 * them is below. Nobody at all is no secret.
 */
@Component
class StatisticalSecrecy {

    /** Below it a figure may point at somebody, whatever is configured. */
    static final int LEAST_THRESHOLD = 3;

    private static final Comparator<Map.Entry<Cell, Long>> SMALLEST_FIRST =
            Map.Entry.<Cell, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey());

    private record Line(int year, Measure measure, @Nullable String area) {}

    private final int threshold;

    StatisticalSecrecy(@Value("${lethe.reporting.threshold}") int threshold) {
        if (threshold < LEAST_THRESHOLD) {
            throw new IllegalArgumentException(
                    "lethe.reporting.threshold is %d, and is never below %d".formatted(threshold, LEAST_THRESHOLD));
        }
        this.threshold = threshold;
    }

    /** The smallest number that is shown. */
    int threshold() {
        return threshold;
    }

    /**
     * The secret ones of the figures of a year. All units are needed, whichever are shown: what is secret in one table is
     * secret in every part of it.
     */
    Set<Cell> of(Map<Cell, Long> figures) {
        return figures.entrySet().stream()
                .filter(figure -> figure.getValue() > 0)
                .collect(Collectors.groupingBy(figure -> lineOf(figure.getKey())))
                .values()
                .stream()
                .map(this::secretOf)
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
    }

    /** The small ones, and as many of the next as it takes for their sum to be none of the small. */
    private Set<Cell> secretOf(List<Map.Entry<Cell, Long>> line) {
        var secret = new HashSet<Cell>();
        var sum = 0L;
        for (var figure : line.stream().sorted(SMALLEST_FIRST).toList()) {
            if (figure.getValue() >= threshold && (secret.isEmpty() || sum >= threshold)) {
                break;
            }
            secret.add(figure.getKey());
            sum += figure.getValue();
        }
        return secret;
    }

    private static Line lineOf(Cell cell) {
        return new Line(cell.year(), cell.measure(), cell.area());
    }
}
