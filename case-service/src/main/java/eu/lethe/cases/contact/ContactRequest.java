package eu.lethe.cases.contact;

import eu.lethe.contracts.events.cases.Circumstances;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.sealing.Clear;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a worker sends about a contact. A day and a text are all that is needed. */
final class ContactRequest {

    private static final int LONGEST_TEXT = 100_000;
    private static final int LONGEST_PLACE = 200;
    private static final int LONGEST_REASON = 2_000;
    private static final int MOST_CODES = 100;
    private static final int MOST_PERSONS = 50;

    private static final Set<String> MEANS = Set.of("visit", "office", "phone", "letter", "email", "other");
    /** Why a contact may be corrected, as a pattern. */
    static final String CORRECTION_REASONS = "typing-error|incomplete|wrong-fact|on-request";

    private ContactRequest() {}

    /** A contact as it is written down. */
    record RecordRequest(
            @NotNull LocalDate date,
            @NotBlank @Size(max = LONGEST_TEXT) String text,
            @Nullable String means,
            @Size(max = LONGEST_PLACE) @Nullable String place,
            @Size(max = MOST_CODES) @Nullable List<@NotNull @Size(max = 32) String> codes,
            @Size(max = MOST_PERSONS) @Nullable List<@NotNull UUID> persons) {

        @Override
        public String toString() {
            return "RecordRequest[…]";
        }
    }

    /**
     * A contact as it should have been written.
     *
     * @param revisionId the wording that was read
     */
    record CorrectRequest(
            @NotNull UUID revisionId,
            @NotNull LocalDate date,
            @NotBlank @Size(max = LONGEST_TEXT) String text,
            @Nullable String means,
            @Size(max = LONGEST_PLACE) @Nullable String place,
            @Size(max = MOST_PERSONS) @Nullable List<@NotNull UUID> persons,
            @NotNull String reason,
            @Size(max = LONGEST_REASON) @Nullable String reasonText) {

        /**
         * Why.
         *
         * @throws Problem 400 when it is none of the reasons
         */
        String knownReason() {
            if (!reason.matches(CORRECTION_REASONS)) {
                throw Problem.invalid("/reason", "unknown");
            }
            return reason;
        }

        @Override
        public String toString() {
            return "CorrectRequest[…]";
        }
    }

    /**
     * The codes chosen afterwards: all of them.
     *
     * @param codingId the choice that was read
     */
    record CodeRequest(
            @NotNull UUID codingId,
            @NotNull @Size(max = MOST_CODES) List<@NotNull @Size(max = 32) String> codes) {

        @Override
        public String toString() {
            return "CodeRequest[…]";
        }
    }

    /**
     * Why a contact is taken back, and where it belongs instead.
     *
     * @param toFileId absent when it should not have been recorded at all
     */
    record WithdrawRequest(
            @NotNull String reason,
            @Size(max = LONGEST_REASON) @Nullable String reasonText,
            @Nullable UUID toFileId) {

        @Override
        public String toString() {
            return "WithdrawRequest[…]";
        }
    }

    /**
     * Where or how it took place, if it was said.
     *
     * @throws Problem 400 when the means is not known
     */
    static @Nullable Clear<Circumstances> circumstances(@Nullable String means, @Nullable String place) {
        if (means != null && !MEANS.contains(means)) {
            throw Problem.invalid("/means", "unknown");
        }
        var somewhere = place == null || place.isBlank() ? null : place.strip();
        return means == null && somewhere == null ? null : Clear.of(new Circumstances(means, somewhere));
    }

    /** A text that was filled in. */
    static @Nullable Clear<String> text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : Clear.of(typed.strip());
    }

    /** Each person once. */
    static List<UUID> mentioned(@Nullable List<UUID> persons) {
        return persons == null ? List.of() : persons.stream().distinct().toList();
    }
}
