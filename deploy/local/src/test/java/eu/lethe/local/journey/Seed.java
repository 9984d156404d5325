package eu.lethe.local.journey;

import java.util.Random;

/** Understands chance that can be had again: the seed is printed, and {@code -Dlethe.seed} sets it. */
final class Seed {

    private Seed() {}

    static Random of(String test) {
        var given = System.getProperty("lethe.seed", "");
        var seed = given.isBlank() ? System.nanoTime() & 0xFFFF_FFFFL : Long.parseLong(given);
        System.out.printf("%s: -Dlethe.seed=%d%n", test, seed);
        return new Random(seed);
    }

    /** Whether there is a whole night for it. */
    static boolean nightly() {
        return Boolean.getBoolean("lethe.nightly");
    }
}
