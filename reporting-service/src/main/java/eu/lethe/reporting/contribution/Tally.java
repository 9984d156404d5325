package eu.lethe.reporting.contribution;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Understands what a person adds to the figures of one year, each once, whichever contacts support it. It knows how many do and not
 * which, so that it is as long as the grid has columns, however often the person comes.
 */
@JsonTypeName("tally")
record Tally(int year, List<Supported> supported) implements Piece {

    /** How many contacts support a contribution. */
    record Supported(Contribution contribution, int contacts) {

        @Override
        public String toString() {
            return "Supported[…]";
        }
    }

    /** Copies the list. */
    Tally {
        supported = List.copyOf(supported);
    }

    /** Of a year in which the person was not counted. */
    static Tally nothingIn(int year) {
        return new Tally(year, List.of());
    }

    @Override
    public String name() {
        return Piece.ofYear(year);
    }

    /** What is supported by any contact. */
    Set<Contribution> contributed() {
        return supported.stream().map(Supported::contribution).collect(Collectors.toUnmodifiableSet());
    }

    /** With one contact more that supports it. */
    Tally with(Contribution one) {
        return changed(one, 1);
    }

    /** With one contact less. */
    Tally without(Contribution one) {
        return changed(one, -1);
    }

    private Tally changed(Contribution one, int contacts) {
        var all = new LinkedHashMap<Contribution, Integer>();
        supported.forEach(known -> all.put(known.contribution(), known.contacts()));
        all.merge(one, contacts, Integer::sum);
        return new Tally(
                year,
                all.entrySet().stream()
                        .filter(entry -> entry.getValue() > 0)
                        .map(entry -> new Supported(entry.getKey(), entry.getValue()))
                        .toList());
    }

    @Override
    public String toString() {
        return "Tally[…]";
    }
}
