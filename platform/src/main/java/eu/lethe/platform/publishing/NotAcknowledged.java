package eu.lethe.platform.publishing;

import eu.lethe.platform.receiving.Temporary;

/** Kafka did not acknowledge a message, so nobody may rely on it. */
public final class NotAcknowledged extends RuntimeException implements Temporary {

    private static final long serialVersionUID = 1L;

    NotAcknowledged(Throwable cause) {
        super("Kafka did not acknowledge a message", cause);
    }
}
