package eu.lethe.bench;

import eu.lethe.bench.cost.CostBench;
import eu.lethe.bench.imports.ImportBench;
import eu.lethe.bench.keys.KeysBench;
import eu.lethe.bench.saving.SavingBench;
import eu.lethe.bench.search.SearchBench;
import eu.lethe.bench.stack.RunningStack;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Understands what was typed after {@code ./lethe bench}. */
final class Bench {

    private static final String USAGE = """
            ./lethe bench search [PERSONS [SEED]]    100000 persons and seed 1 if not said
            ./lethe bench saving                     on a running stack
            ./lethe bench import [LINES]             on a running stack, which keeps them; 10000 if not said
            ./lethe bench cost [CONTACTS]            on a running stack; files of 100 contacts at most if not said
            ./lethe bench keys [PERSONS]             on a running stack, which keeps them; 150000 if not said
            ./lethe bench screens                    on a running stack""";
    private static final int PERSONS = 100_000;
    private static final int LINES = 10_000;
    private static final int CONTACTS = 100;
    private static final int PERSONS_WITH_KEYS = 150_000;

    private Bench() {}

    public static void main(String[] words) throws IOException, SQLException, InterruptedException {
        try {
            measure(List.of(words));
        } catch (IllegalArgumentException notUnderstood) {
            System.err.println(USAGE);
            System.exit(2);
        } catch (RunningStack.NotRunning nothing) {
            System.err.println(nothing.getMessage());
            System.exit(1);
        }
    }

    private static void measure(List<String> words) throws IOException, SQLException, InterruptedException {
        var what = words.isEmpty() ? "" : words.getFirst();
        if (what.equals("search") && words.size() <= 3) {
            new SearchBench((int) number(words, 1, PERSONS), number(words, 2, 1), System.out).run();
        } else if (what.equals("saving") && words.size() == 1) {
            new SavingBench(new RunningStack(System.getenv()), System.out).run();
        } else if (what.equals("import") && words.size() <= 2) {
            new ImportBench(new RunningStack(System.getenv()), (int) number(words, 1, LINES), System.out).run();
        } else if (what.equals("cost") && words.size() <= 2) {
            new CostBench(new RunningStack(System.getenv()), (int) number(words, 1, CONTACTS), System.out).run();
        } else if (what.equals("keys") && words.size() <= 2) {
            new KeysBench(new RunningStack(System.getenv()), (int) number(words, 1, PERSONS_WITH_KEYS), System.out)
                    .run();
        } else {
            throw new IllegalArgumentException(what);
        }
    }

    private static long number(List<String> words, int at, long otherwise) {
        return words.size() > at ? Long.parseLong(words.get(at)) : otherwise;
    }
}
