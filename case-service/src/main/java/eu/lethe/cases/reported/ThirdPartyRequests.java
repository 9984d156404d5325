package eu.lethe.cases.reported;

import eu.lethe.contracts.events.cases.InformationSource;
import eu.lethe.contracts.events.cases.Reported;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a worker writes down about what a third party reported. */
final class ThirdPartyRequests {

    /** How reliable it may be, as a pattern. */
    static final String RELIABILITIES = "first-hand|hearsay|unverified|contradicted";

    /** Who may have said it, as a pattern. */
    static final String SOURCES = "neighbour|relative|school|doctor|police|service|anonymous|other";

    /** Why the person may be told nothing, as a pattern. */
    static final String EXCEPTIONS = "child-in-danger|adult-at-risk|secrecy|already-known";

    private static final int LONGEST_TEXT = 100_000;
    private static final int LONGEST_REASON = 2_000;

    private ThirdPartyRequests() {}

    /** What was said, when, how sure it is, and by whom. */
    record ReceiveRequest(
            @NotNull LocalDate receivedOn,
            @NotBlank @Size(max = LONGEST_TEXT) String text,

            @NotNull @Pattern(regexp = RELIABILITIES) String reliability,

            @NotNull @Valid SourceRequest source) {

        Reported said() {
            return new Reported(text, reliability);
        }

        @Override
        public String toString() {
            return "ReceiveRequest[…]";
        }
    }

    /** Who said it. Only what they are is needed. */
    record SourceRequest(
            @NotNull @Pattern(regexp = SOURCES) String kind,

            @Size(max = 200) @Nullable String name,
            @Size(max = 1_000) @Nullable String details) {

        InformationSource source() {
            return new InformationSource(kind, typed(name), typed(details));
        }

        private static @Nullable String typed(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }

        @Override
        public String toString() {
            return "SourceRequest[…]";
        }
    }

    /** The day on which the person was told. */
    record NoticeRequest(@NotNull LocalDate on) {

        @Override
        public String toString() {
            return "NoticeRequest[…]";
        }
    }

    /** Why the person is not told. */
    record ExceptionRequest(
            @NotNull @Pattern(regexp = EXCEPTIONS) String reason,

            @NotBlank @Size(max = LONGEST_REASON) String reasonText) {

        @Override
        public String toString() {
            return "ExceptionRequest[…]";
        }
    }

    /** What a review came to. */
    record ReviewRequest(
            @NotNull @Pattern(regexp = "kept|dismissed") String outcome,
            @Size(max = LONGEST_REASON) @Nullable String reasonText) {

        boolean keeps() {
            return outcome.equals("kept");
        }

        @Override
        public String toString() {
            return "ReviewRequest[…]";
        }
    }
}
