package eu.lethe.cases.household;

import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A household as a worker reads it: who lives there, then who did.
 *
 * @param householdId null for somebody who lives in none that is known
 */
record HouseholdView(@Nullable UUID householdId, List<Member> members) {

    /** How a member is called. */
    record Name(String familyName, @Nullable String givenName) {

        @Override
        public String toString() {
            return "Name[…]";
        }
    }

    /**
     * A member.
     *
     * @param name null when it is not the reader's to read, or cannot be read; then nothing but the dates is told
     * @param relationWritable whether the reader may write what they are to the others: not of whom they read exceptionally, or
     *     not at all, nor of who left
     */
    record Member(
            UUID personId,
            UUID membershipId,
            @Nullable Name name,
            @Nullable UUID fileId,
            @Nullable String relation,
            boolean relationWritable,
            @Nullable LocalDate since,
            @Nullable LocalDate until,

            @Pattern(regexp = "left|died|error|split") @Nullable String reason) {

        @Override
        public String toString() {
            return "Member[" + membershipId + "]";
        }
    }
}
