package eu.lethe.bench;

import eu.lethe.bench.search.SearchBench;
import java.io.IOException;
import java.util.List;

/** Understands what was typed after {@code ./lethe bench}. */
final class Bench {

    private static final String USAGE =
            "./lethe bench search [PERSONS [SEED]]    100000 persons and seed 1 if not said";
    private static final int PERSONS = 100_000;

    private Bench() {}

    public static void main(String[] words) throws IOException {
        var typed = List.of(words);
        if (typed.isEmpty() || typed.size() > 3 || !typed.getFirst().equals("search")) {
            System.err.println(USAGE);
            System.exit(2);
        }
        try {
            var persons = typed.size() > 1 ? Integer.parseInt(typed.get(1)) : PERSONS;
            var seed = typed.size() > 2 ? Long.parseLong(typed.get(2)) : 1;
            new SearchBench(persons, seed, System.out).run();
        } catch (NumberFormatException noNumber) {
            System.err.println(USAGE);
            System.exit(2);
        }
    }
}
