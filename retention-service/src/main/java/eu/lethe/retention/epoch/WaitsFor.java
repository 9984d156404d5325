package eu.lethe.retention.epoch;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Understands what the destruction of an epoch waits for. */
public enum WaitsFor {
    /** It is the current one: it lasts until the next begins. */
    ROTATION,
    /** Keys that are kept are still wrapped in it, and move to the next. */
    WRAPPING,
    /** A copy of its key in escrow is to be destroyed first. */
    ESCROW,
    /** Nothing but the store, which has yet to destroy its key. */
    DESTRUCTION;

    /** As in the API. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
