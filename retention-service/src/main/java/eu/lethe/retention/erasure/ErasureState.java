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
import java.util.Optional;

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

    /** The state that an event leads to, if it leads to another. */
    static Optional<ErasureState> after(ErasureEvent event) {
        return Optional.ofNullable(
                switch (event) {
                    case ErasurePreviewed _ -> PREVIEWED;
                    case ErasureRequested _ -> REQUESTED;
                    case ErasureApproved _, ErasureTakenUp _ -> SUSPENDED;
                    case ErasureCancelled _, ErasureEmptied _ -> CANCELLED;
                    case ErasureRefused _ -> REFUSED;
                    case ErasureExpired _ -> EXPIRED;
                    case RemovalCompleted _ -> REMOVED;
                    case ErasureConfirmed _ -> CONFIRMED;
                    case ErasurePruned _ -> PRUNED;
                    case EpochsDestroyed _ -> DESTROYED;
                    case ErasureCertified _ -> CERTIFIED;
                    default -> null;
                });
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

    static ErasureState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
