package eu.lethe.platform.sealing;

import eu.lethe.contracts.sealing.Compartment;
import java.util.UUID;

/** Understands that retention-service will not lease a key, and why. */
public final class KeyRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why a key is not leased. */
    public enum Cause {
        /** An erasure is in its grace period: 423. */
        SUSPENDED,
        /** The key was removed: 410. */
        DESTROYED,
        /** No such key, or not for this service: 404. */
        UNKNOWN
    }

    private final UUID personId;
    private final Compartment compartment;
    private final Cause reason;

    /** States whose key was refused and why. */
    public KeyRefused(UUID personId, Compartment compartment, Cause reason) {
        super("key of " + personId + "." + compartment + " refused: " + reason);
        this.personId = personId;
        this.compartment = compartment;
        this.reason = reason;
    }

    /** Whose key. */
    public UUID personId() {
        return personId;
    }

    /** For which compartment. */
    public Compartment compartment() {
        return compartment;
    }

    /** Why. */
    public Cause reason() {
        return reason;
    }
}
