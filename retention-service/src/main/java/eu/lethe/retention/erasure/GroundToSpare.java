package eu.lethe.retention.erasure;

import eu.lethe.contracts.events.retention.ErasureEvent.LeftOut;
import eu.lethe.retention.hold.HoldReason;
import eu.lethe.retention.schedule.RetentionRule;
import java.util.UUID;

/** Understands why somebody is not erased: left out of a list, or dropped out of it. */
enum GroundToSpare {
    /** Nobody of this id was ever heard of. */
    UNKNOWN("unknown"),
    /** Another erasure holds their keys. */
    IN_ERASURE("in-erasure"),
    /** What would be erased is not due, or not any more. */
    NOT_DUE("not-due"),
    /** What is due is reviewed by a worker, and not erased. */
    REVIEWED("reviewed"),
    /** What is due goes to the archives, and is not erased. */
    ARCHIVED("archived"),
    /** A hold keeps them, or who hangs together with them. */
    ON_HOLD("on-hold"),
    /** Something happened to them since they were listed. */
    NEW_ACTIVITY("new-activity"),
    /** The person with whom they would have gone was spared. */
    PERSON_DROPPED_OUT("person-dropped-out"),
    /** The record is no duplicate any more of the person with whom it would have gone. */
    NO_DUPLICATE("no-duplicate"),
    /** The whole erasure was approved too long ago. */
    APPROVAL_EXPIRED("approval-expired"),
    /** The whole erasure was called off. */
    CALLED_OFF("called-off");

    private final String code;

    GroundToSpare(String code) {
        this.code = code;
    }

    /** Why somebody is not erased of whom something is due. */
    static GroundToSpare dueFor(RetentionRule rule) {
        return switch (rule.action()) {
            case RetentionRule.REVIEW -> REVIEWED;
            case RetentionRule.ARCHIVE -> ARCHIVED;
            default -> NOT_DUE;
        };
    }

    /** As in events and in the API. */
    String code() {
        return code;
    }

    /** That this person is spared for it. */
    LeftOut of(UUID personId) {
        return new LeftOut(personId, code, null);
    }

    /** That this person is spared for a hold, and the reason of that. */
    static LeftOut heldFor(HoldReason reason, UUID personId) {
        return new LeftOut(personId, ON_HOLD.code, reason.code());
    }
}
