package eu.lethe.retention.hold;

import eu.lethe.retention.epoch.KeptHolds.KeptHold;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What may be asked of a hold. */
sealed interface HoldCommand {

    /** The hold. */
    UUID holdId();

    /** Places it. */
    record Place(@TargetAggregateIdentifier UUID holdId, Scope scope, HoldReason reason, LocalDate reassessOn, UUID by)
            implements HoldCommand {}

    /** Says that it is still needed, and by when to look again. */
    record Reassess(@TargetAggregateIdentifier UUID holdId, LocalDate reassessOn, UUID by) implements HoldCommand {}

    /** Ends it. */
    record Release(@TargetAggregateIdentifier UUID holdId, ReleaseReason reason, UUID by) implements HoldCommand {}

    /** Says what was decided of it, to a database that was put back and may not know. */
    record TellAgain(@TargetAggregateIdentifier UUID holdId, KeptHold hold) implements HoldCommand {}
}
