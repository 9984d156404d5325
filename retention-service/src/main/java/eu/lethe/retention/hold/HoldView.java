package eu.lethe.retention.hold;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import eu.lethe.platform.security.Staff;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Understands how a hold is shown to people.
 *
 * @param toReassess whether its day has come; it is in force all the same
 * @param dueNow how many persons would be erased today by their deadlines, if it were not for this hold and others
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HoldView(
        UUID holdId,
        Kind kind,
        @Nullable UUID personId,
        @Nullable String unit,
        @Nullable String unitLabel,
        @Nullable String rule,
        @Nullable String ruleLabel,
        HoldReason reason,
        String reasonLabel,
        Staff placedBy,
        Instant placedAt,
        LocalDate reassessOn,
        boolean toReassess,
        @Nullable Reassessed reassessed,
        int dueNow,
        @Nullable Released released) {

    /** What a hold is about. */
    enum Kind {
        PERSON,
        UNIT,
        RULE;

        /** As in the API. */
        @JsonValue
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Who last said that it is still needed. */
    record Reassessed(Staff by, Instant at) {}

    /** Who ended it, and why. */
    record Released(Staff by, Instant at, ReleaseReason reason, String reasonLabel) {}
}
