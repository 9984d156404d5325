package eu.lethe.cases.household;

import eu.lethe.cases.household.HouseholdCommand.Joining;
import eu.lethe.platform.sealing.Clear;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a worker writes about a household. */
sealed interface HouseholdRequest {

    /**
     * Somebody lives with the person.
     *
     * @param relation what they are to the others, in words
     */
    record JoinRequest(
            @NotNull UUID personId,
            @Nullable LocalDate since,
            @Size(max = 100) @Nullable String relation) implements HouseholdRequest {

        Joining joining(UUID membershipId) {
            return new Joining(
                    personId,
                    membershipId,
                    since,
                    relation == null || relation.isBlank() ? null : Clear.of(relation.strip()));
        }

        @Override
        public String toString() {
            return "JoinRequest[…]";
        }
    }

    /** What a member is to the others, in words; absent or empty when it is not known. */
    record RelationRequest(@Size(max = 100) @Nullable String relation) implements HouseholdRequest {

        @Nullable Clear<String> clear() {
            return relation == null || relation.isBlank() ? null : Clear.of(relation.strip());
        }

        @Override
        public String toString() {
            return "RelationRequest[…]";
        }
    }

    /** Somebody no longer lives there. */
    record DepartureRequest(
            @NotNull LocalDate on,
            @NotNull @Pattern(regexp = "left|died|error") String reason) implements HouseholdRequest {

        /** Whether it was an error, and nobody ever lived there. */
        boolean neverWas() {
            return Household.ERROR.equals(reason);
        }

        @Override
        public String toString() {
            return "DepartureRequest[…]";
        }
    }

    /** Some part from the others. */
    record SplitRequest(
            @NotEmpty @Size(max = 50) List<@NotNull UUID> membershipIds,
            @NotNull LocalDate on) implements HouseholdRequest {

        @Override
        public String toString() {
            return "SplitRequest[…]";
        }
    }
}
