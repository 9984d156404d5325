package eu.lethe.local.journey;

import java.util.Random;

/**
 * Understands chance that can be had again: the seed is printed, and {@code -Dlethe.seed} sets it. By day it is always the same, so
 * that a build that fails does so for what was changed; at night it is another each time.
 */
final class Seed {

    private static final long BY_DAY = 3_883_014_111L;

    private Seed() {}

    static Random of(String test) {
        var given = System.getProperty("lethe.seed", "");
        var seed = given.isBlank() ? ofToday() : Long.parseLong(given);
        System.out.printf("%s: -Dlethe.seed=%d%n", test, seed);
        return new Random(seed);
    }

    private static long ofToday() {
        return nightly() ? System.nanoTime() & 0xFFFF_FFFFL : BY_DAY;
    }

    /** Whether there is a whole night for it. */
    static boolean nightly() {
        return Boolean.getBoolean("lethe.nightly");
    }
}
