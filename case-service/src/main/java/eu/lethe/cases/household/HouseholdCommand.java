package eu.lethe.cases.household;

import eu.lethe.cases.commands.ByItself;
import eu.lethe.cases.commands.TakenByDuplicates;
import eu.lethe.platform.sealing.Clear;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a household. In order of life. */
sealed interface HouseholdCommand {

    /**
     * Somebody who comes to live in the household.
     *
     * @param relation what they are to the others, if it is said
     */
    record Joining(
            UUID personId,
            UUID membershipId,
            @Nullable LocalDate since,
            @Nullable Clear<String> relation) {}

    /** A worker writes down that these persons live together. */
    record FormHousehold(@TargetAggregateIdentifier UUID householdId, List<Joining> members, UUID author)
            implements HouseholdCommand {

        /** Copies the list. */
        public FormHousehold {
            members = List.copyOf(members);
        }
    }

    /** A worker writes down that somebody lives with them too. */
    record JoinHousehold(@TargetAggregateIdentifier UUID householdId, Joining member, UUID author)
            implements HouseholdCommand {}

    /**
     * What a member is to the others was not written down, or wrongly: their membership is written down anew.
     *
     * @param newMembershipId which takes the place of the other
     * @param relation what they are to the others; absent when it is not known
     */
    record CorrectRelation(
            @TargetAggregateIdentifier UUID householdId,
            UUID membershipId,
            UUID newMembershipId,
            @Nullable Clear<String> relation,
            UUID author)
            implements HouseholdCommand {}

    /**
     * Somebody no longer lives there.
     *
     * @param reason {@code left}, {@code died} or {@code error}
     */
    record LeaveHousehold(
            @TargetAggregateIdentifier UUID householdId, UUID membershipId, LocalDate on, String reason, UUID author)
            implements HouseholdCommand {}

    /**
     * A merge is settled: the person takes the place that their other record had. Asking twice takes it once.
     *
     * @param membershipId the duplicate's, also a former one
     * @param newMembershipId the person's
     */
    @ByItself
    record TakePlace(
            @TargetAggregateIdentifier UUID householdId,
            UUID membershipId,
            UUID personId,
            UUID newMembershipId,
            UUID author)
            implements HouseholdCommand {}

    /**
     * Some members part from the others and live together elsewhere.
     *
     * @param membershipIds of those who part
     * @param newHouseholdId theirs
     * @param members the same, in the new household
     */
    @TakenByDuplicates
    record SplitHousehold(
            @TargetAggregateIdentifier UUID householdId,
            List<UUID> membershipIds,
            LocalDate on,
            UUID newHouseholdId,
            List<Joining> members,
            UUID author)
            implements HouseholdCommand {

        /** Copies the lists. */
        public SplitHousehold {
            membershipIds = List.copyOf(membershipIds);
            members = List.copyOf(members);
        }
    }
}
