package eu.lethe.retention.epoch;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The port to where it lies which erasures were called off, refused or paused: with the epoch keys, outside every database
 * and its backups. An older database that is put back may still mean to carry them out.
 */
public interface StoppedErasures {

    /** How an erasure was stopped. */
    enum Stop {
        /** For good. */
        CALLED_OFF("called-off"),
        /** For good, by who was to approve it. */
        REFUSED("refused"),
        /** Until somebody lets it go on. */
        PAUSED("paused"),
        /** Perhaps: what had been kept of it is lost. It stands still until somebody lets it go on. */
        UNKNOWN("unknown");

        private final String code;

        Stop(String code) {
            this.code = code;
        }

        /** As in events and in the API. */
        @JsonValue
        public String code() {
            return code;
        }

        /** By its code. */
        @JsonCreator
        public static Stop of(String code) {
            return Arrays.stream(values())
                    .filter(stop -> stop.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no way to stop an erasure"));
        }
    }

    /** Whether anything is kept here, if only that none was stopped. */
    boolean kept();

    /**
     * How an erasure was stopped last, unless it was let go on since.
     *
     * @throws IllegalStateException when nothing is kept here, or what is was not signed by the agency, or cannot be read
     */
    Optional<Stop> of(UUID erasureId);

    /**
     * Keeps that erasures were stopped, or that none was; what was stopped for good stays so, whoever pauses it. Durable when it returns.
     *
     * @throws java.io.UncheckedIOException when it cannot be written
     */
    void stopped(Map<UUID, Stop> erasures);

    /**
     * Keeps that an erasure goes on, unless it was stopped in another way than whoever lets it go on knows of. Durable when it
     * returns.
     *
     * @throws java.io.UncheckedIOException when it cannot be written
     */
    void goesOn(UUID erasureId, Stop known);
}
