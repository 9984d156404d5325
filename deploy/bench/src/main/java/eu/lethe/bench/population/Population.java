package eu.lethe.bench.population;

import eu.lethe.contracts.events.cases.Identity;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/** Makes people up: the same ones whenever the seed is the same. */
public final class Population {

    private static final LocalDate OLDEST = LocalDate.of(1932, 1, 1);
    private static final int DAYS = 365 * 92;
    private static final double BIRTH_UNKNOWN = 0.08;
    private static final double HAD_ANOTHER_NAME = 0.15;

    private Population() {}

    /** So many people. */
    public static List<Inhabitant> of(int size, long seed) {
        var random = new Random(seed);
        var names = new Names();
        return Stream.generate(() -> one(names, random)).limit(size).toList();
    }

    private static Inhabitant one(Names names, Random random) {
        var called = names.anybody(random);
        return new Inhabitant(
                new UUID(random.nextLong(), random.nextLong()),
                new Identity(
                        called.family(),
                        called.given(),
                        random.nextDouble() < BIRTH_UNKNOWN ? null : OLDEST.plusDays(random.nextInt(DAYS)),
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        random.nextDouble() < HAD_ANOTHER_NAME ? List.of(names.family(random)) : List.of()),
                called.spelling(),
                called.otherwise());
    }
}
