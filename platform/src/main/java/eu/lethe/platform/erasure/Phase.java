package eu.lethe.platform.erasure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Understands what a service confirms to have done of an erasure. */
public enum Phase {
    /** It has applied everything from before the suspension, and kept nothing aside of the persons. */
    SUSPENDED,
    /** Its read models hold nothing of the persons any more. */
    PURGED,
    /** Its event store holds nothing unreadable of them any more. */
    PRUNED;

    /** As in events and in the API. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As it is written in events and in the API. */
    @JsonCreator
    public static Phase of(String code) {
        return switch (code) {
            case "suspended" -> SUSPENDED;
            case "purged" -> PURGED;
            case "pruned" -> PRUNED;
            default -> throw new IllegalArgumentException("not a phase");
        };
    }
}
