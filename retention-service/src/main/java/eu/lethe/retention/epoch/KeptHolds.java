package eu.lethe.retention.epoch;

import eu.lethe.contracts.events.retention.HoldEvent.HoldPlaced;
import eu.lethe.contracts.events.retention.HoldEvent.HoldReassessed;
import eu.lethe.contracts.events.retention.HoldEvent.HoldReleased;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The port to where it lies what is held, and what is not any more: with the epoch keys, outside every database and its backups. An
 * older database that is put back may lack a hold, and would erase whom it keeps.
 */
public interface KeptHolds {

    /** What was decided of one hold: ids, codes and days, and no words. */
    record KeptHold(
            HoldPlaced placed,
            @Nullable HoldReassessed reassessed,
            @Nullable HoldReleased released) {

        /** Whether more was decided here than is known there. */
        public boolean tellsMoreThan(@Nullable KeptHold known) {
            return known == null
                    || (released != null && known.released == null)
                    || (reassessed != null && isLater(reassessed, known.reassessed));
        }

        /** What either knows: nothing that was decided is undone. */
        KeptHold and(KeptHold other) {
            var later = other.reassessed != null && isLater(other.reassessed, reassessed);
            return new KeptHold(
                    placed, later ? other.reassessed : reassessed, released == null ? other.released : released);
        }

        private static boolean isLater(HoldReassessed one, @Nullable HoldReassessed other) {
            return other == null || one.at().isAfter(other.at());
        }

        /** The hold. */
        public UUID id() {
            return placed.holdId();
        }
    }

    /** Whether anything is kept here, if only that nothing was held. */
    boolean kept();

    /**
     * All that is kept.
     *
     * @throws IllegalStateException when nothing is kept here, or what is was not signed by the agency, or cannot be read
     */
    List<KeptHold> all();

    /**
     * Keeps what was decided of these holds, beside what is kept of them already. Durable when it returns.
     *
     * @throws java.io.UncheckedIOException when it cannot be written
     */
    void keep(Collection<KeptHold> holds);
}
