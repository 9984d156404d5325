package eu.lethe.retention.lease;

import eu.lethe.retention.lease.Leases.Current;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Understands which compartments of which persons may be handed over at this moment. */
final class Coverage {

    /** For how long an answer of the register may be acted upon. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final @Nullable Set<Current> covered;
    private final long since = System.nanoTime();

    private Coverage(@Nullable Set<Current> covered) {
        this.covered = covered;
    }

    /** Inside the agency a lease is limited to compartments alone. */
    static Coverage ofEverything() {
        return new Coverage(null);
    }

    /** What a client outside the agency may have. */
    static Coverage of(Set<Current> covered) {
        return new Coverage(Set.copyOf(covered));
    }

    boolean covers(Current wanted) {
        return covered == null || covered.contains(wanted);
    }

    /** Whether it may still be acted upon: a process that was paused does not go on with what was true before. */
    boolean isFresh() {
        return covered == null || System.nanoTime() - since < FRESH.toNanos();
    }
}
