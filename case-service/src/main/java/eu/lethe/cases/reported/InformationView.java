package eu.lethe.cases.reported;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a third party reported, as a worker reads it.
 *
 * @param text null when a key of it is gone or withheld
 * @param source null when its key is gone or withheld
 * @param state where it is in its life: open, kept, dismissed or erased
 */
record InformationView(
        UUID informationId,
        LocalDate receivedOn,
        @Nullable String text,

        @Pattern(regexp = ThirdPartyRequests.RELIABILITIES) @Nullable String reliability,

        @Nullable SourceView source,
        LocalDate noticeDueOn,
        NoticeView notice,
        LocalDate nextReviewOn,

        @Pattern(regexp = "open|kept|dismissed|erased") String state,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate dismissedOn,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate erasedOn,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID certificateId,
        Staff author,
        Instant at) {

    /** Who said it. */
    record SourceView(
            @Pattern(regexp = ThirdPartyRequests.SOURCES) String kind,
            @Nullable String name,
            @Nullable String details) {

        @Override
        public String toString() {
            return "SourceView[…]";
        }
    }

    /**
     * Whether the person was told.
     *
     * @param state {@code due}, {@code late}, {@code given} or {@code excepted}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NoticeView(
            @Pattern(regexp = "due|late|given|excepted") String state,
            @Nullable LocalDate on,

            @Pattern(regexp = ThirdPartyRequests.EXCEPTIONS) @Nullable String reason,

            @Nullable String reasonText) {

        @Override
        public String toString() {
            return "NoticeView[" + state + "]";
        }
    }

    /** Who wrote it down. */
    record Staff(UUID id, @Nullable String name) {}

    @Override
    public String toString() {
        return "InformationView[" + informationId + "]";
    }
}
