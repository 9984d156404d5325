package eu.lethe.retention.erasure;

import com.fasterxml.jackson.annotation.JsonValue;
import eu.lethe.contracts.events.retention.ErasureEvent;
import eu.lethe.contracts.events.retention.ErasureEvent.EpochsDestroyed;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureApproved;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureCancelled;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureCertified;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureConfirmed;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureEmptied;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureExpired;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasurePreviewed;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasurePruned;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureRefused;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureRequested;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureTakenUp;
import eu.lethe.contracts.events.retention.ErasureEvent.RemovalCompleted;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Understands how far an erasure is. */
enum ErasureState {
    PREVIEWED,
    REQUESTED,
    SUSPENDED,
    CANCELLED,
    REFUSED,
    EXPIRED,
    REMOVED,
    CONFIRMED,
    PRUNED,
    DESTROYED,
    CERTIFIED;

    private static final Map<Class<? extends ErasureEvent>, ErasureState> REACHED_BY = Map.ofEntries(
            Map.entry(ErasurePreviewed.class, PREVIEWED),
            Map.entry(ErasureRequested.class, REQUESTED),
            Map.entry(ErasureApproved.class, SUSPENDED),
            Map.entry(ErasureTakenUp.class, SUSPENDED),
            Map.entry(ErasureCancelled.class, CANCELLED),
            Map.entry(ErasureEmptied.class, CANCELLED),
            Map.entry(ErasureRefused.class, REFUSED),
            Map.entry(ErasureExpired.class, EXPIRED),
            Map.entry(RemovalCompleted.class, REMOVED),
            Map.entry(ErasureConfirmed.class, CONFIRMED),
            Map.entry(ErasurePruned.class, PRUNED),
            Map.entry(EpochsDestroyed.class, DESTROYED),
            Map.entry(ErasureCertified.class, CERTIFIED));

    /** The state that an event of a class leads to, if it leads to another. */
    static Optional<ErasureState> after(Class<? extends ErasureEvent> event) {
        return Optional.ofNullable(REACHED_BY.get(event));
    }

    /** The classes of the events that lead to another state. */
    static Set<Class<? extends ErasureEvent>> decisions() {
        return REACHED_BY.keySet();
    }

    /** Whether everybody of whom nothing was removed is given back. */
    boolean givesBack() {
        return this == CANCELLED || this == EXPIRED;
    }

    /** Whether the keys are gone. */
    boolean followsRemoval() {
        return compareTo(REMOVED) >= 0;
    }

    /** As in the API. */
    @JsonValue
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
