package eu.lethe.local.stack;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Understands which part hangs: it lives, has answered before in this life, and was then asked several times on end without an answer.
 * Counted are questions and not seconds, so that a machine that slept suspects nobody.
 */
final class Heartbeats {
    /** With ten seconds of patience for each, and a pause between them, some three quarters of a minute. */
    static final int SILENT_FOR_GOOD = 4;

    /**
     * How it went in one life.
     *
     * @param life the number of its process
     * @param silences questions on end without an answer
     */
    private record Beat(long life, boolean hasAnswered, int silences) {}

    private final Predicate<Component> pulse;
    private final Map<Component, Beat> beats = new ConcurrentHashMap<>();

    Heartbeats(Predicate<Component> pulse) {
        this.pulse = pulse;
    }

    /** Asks a part that lives, and returns when it answered or did not. */
    void ask(Component component, long life) {
        var answered = pulse.test(component);
        beats.compute(component, (_, before) -> {
            var beat = before == null || before.life() != life ? new Beat(life, false, 0) : before;
            return answered ? new Beat(life, true, 0) : new Beat(life, beat.hasAnswered(), beat.silences() + 1);
        });
    }

    /** Whether this life of a part hangs. */
    boolean hangs(Component component, long life) {
        return Optional.ofNullable(beats.get(component))
                .filter(beat -> beat.life() == life)
                .filter(beat -> beat.hasAnswered() && beat.silences() >= SILENT_FOR_GOOD)
                .isPresent();
    }
}
