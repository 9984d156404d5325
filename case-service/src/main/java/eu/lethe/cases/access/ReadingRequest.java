package eu.lethe.cases.access;

import eu.lethe.platform.sealing.Clear;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a lead writes down about who may read. */
sealed interface ReadingRequest {

    /** Why somebody may not read, as a pattern. */
    String EXCLUSION_REASONS = "relative|acquaintance|conflict|on-request";

    /** Why only some may read, as a pattern. */
    String RESTRICTION_REASONS = "protection|staff-member|public-figure|on-request";

    /** Longest reason in words. */
    int LONGEST_TEXT = 2_000;

    /** The reason in words, if any. */
    @Nullable String reasonText();

    /** The reason in words, to be sealed. */
    default @Nullable Clear<String> clearText() {
        var typed = reasonText();
        return typed == null || typed.isBlank() ? null : Clear.of(typed.strip());
    }

    /**
     * One worker may not read.
     *
     * @param ask whom they may ask instead
     */
    record ExclusionRequest(
            @NotNull UUID workerId,
            @NotNull UUID ask,

            @NotNull @Pattern(regexp = EXCLUSION_REASONS) String reason,

            @Size(max = LONGEST_TEXT) @Nullable String reasonText)
            implements ReadingRequest {

        @Override
        public String toString() {
            return "ExclusionRequest[…]";
        }
    }

    /**
     * Only these may read.
     *
     * @param revisionId the restriction that was read; absent when there was none
     * @param exceptionalAccess whether others may open the file exceptionally
     */
    record RestrictionRequest(
            @Nullable UUID revisionId,
            @NotEmpty @Size(max = 100) List<@NotNull UUID> workerIds,
            @NotNull UUID ask,
            @NotNull Boolean exceptionalAccess,

            @NotNull @Pattern(regexp = RESTRICTION_REASONS) String reason,

            @Size(max = LONGEST_TEXT) @Nullable String reasonText)
            implements ReadingRequest {

        @Override
        public String toString() {
            return "RestrictionRequest[…]";
        }
    }
}
