package eu.lethe.retention.erasure;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.lethe.contracts.events.retention.ErasureEvent.LeftOut;
import eu.lethe.platform.erasure.Phase;
import eu.lethe.retention.epoch.StoppedErasures.Stop;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Understands how an erasure is shown to people. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ErasureView(
        UUID erasureId,
        ErasureState state,
        boolean paused,
        Reason reason,
        String reasonLabel,
        @Nullable String rule,
        @Nullable LocalDate dueBefore,
        Instant createdAt,
        @Nullable Staff createdBy,
        @Nullable Staff requestedBy,
        @Nullable Staff approvedBy,
        @Nullable Refused refused,
        @Nullable LocalDate graceEndsOn,
        @Nullable Instant graceEndsAt,
        @Nullable Instant approvalExpiresAt,
        Preview preview,
        @Nullable Together share,
        Progress progress,
        @Nullable InBackups inBackups,
        @Nullable UUID certificateId,
        @Nullable TakenUp takenUp,
        @Nullable Recalled recalled) {

    /**
     * That a database was put back which did not know of an erasure, and that this run brings it to its end.
     *
     * @param erasureId that erasure
     */
    record TakenUp(UUID erasureId) {}

    /**
     * That it stands still, since a database was put back which does not know what had been decided against it.
     *
     * @param stop how it had been stopped
     */
    record Recalled(Stop stop, Instant at) {}

    /** A member of staff. */
    record Staff(UUID id, String name) {}

    /** Who did not approve it, when and why. */
    record Refused(Staff by, Refusal reason, String reasonLabel, Instant at) {}

    /** A number under a code. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Count(String code, @Nullable String label, int count) {}

    /**
     * What the dry run found.
     *
     * @param count how many were looked at
     * @param erasable how many of them may be erased
     * @param held who may not, and why
     * @param onHold how many of these for a hold, by its reason
     * @param shareOfBase from 0 to 1
     */
    record Preview(
            int count,
            int erasable,
            List<LeftOut> held,
            List<Count> onHold,
            List<Count> byRule,
            List<Count> byUnit,
            List<Count> byCompartment,
            double shareOfBase) {}

    /**
     * What this erasure and all others of this time take, while that still decides about it.
     *
     * @param persons how many, each counted once
     * @param shareOfBase from 0 to 1
     * @param toConfirm the number that has to be typed before it goes on, if one has
     * @param stoppedItself whether it stands still for that
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Together(
            int persons, double shareOfBase, @Nullable Integer toConfirm, boolean stoppedItself) {}

    /**
     * How far it is.
     *
     * @param awaiting the services whose confirmation of the present phase is waited for
     * @param late the services that had not caught up with the suspension when the keys were removed
     */
    record Progress(
            int total,
            int suspended,
            int removed,
            List<LeftOut> droppedOut,
            List<Confirmation> confirmations,
            Collection<String> awaiting,
            Collection<String> late) {}

    /** One service's word. */
    record Confirmation(String by, Phase phase, Instant at) {}
}
