package eu.lethe.local.stack;

import eu.lethe.local.stack.Pulse.Sign;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Understands which part hangs: it lives, has been reached in this life, and was then asked several times on end without an answer.
 * A part that starts cannot be reached yet, however long that takes. To have been reached is enough, and no answer is needed: whoever
 * begins to watch may find a part that hangs already. Counted are questions and not seconds, so that a machine that slept suspects
 * nobody.
 */
final class Heartbeats {
    /** With ten seconds of patience for each, and a pause between them, some three quarters of a minute. */
    static final int SILENT_FOR_GOOD = 4;

    /**
     * How it went in one life.
     *
     * @param life the number of its process
     * @param isReached whether anybody ever listened at its port
     * @param silences questions on end without an answer, since it was first reached
     */
    private record Beat(long life, boolean isReached, int silences) {

        Beat after(Sign sign) {
            var reached = isReached || sign != Sign.ABSENCE;
            return new Beat(life, reached, sign == Sign.ANSWER || !reached ? 0 : silences + 1);
        }

        boolean isSilentForGood() {
            return silences >= SILENT_FOR_GOOD;
        }
    }

    private final Function<Component, Sign> pulse;
    private final Map<Component, Beat> beats = new ConcurrentHashMap<>();

    Heartbeats(Function<Component, Sign> pulse) {
        this.pulse = pulse;
    }

    /** Asks a part that lives, and returns when it answered or did not. */
    void ask(Component component, long life) {
        var sign = pulse.apply(component);
        beats.compute(
                component,
                (_, before) ->
                        (before == null || before.life() != life ? new Beat(life, false, 0) : before).after(sign));
    }

    /** Whether this life of a part hangs. */
    boolean hangs(Component component, long life) {
        return Optional.ofNullable(beats.get(component))
                .filter(beat -> beat.life() == life)
                .filter(Beat::isSilentForGood)
                .isPresent();
    }
}
