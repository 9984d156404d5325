package eu.lethe.cases.copy;

import eu.lethe.cases.copy.RereadingView.ConfirmedView;
import eu.lethe.platform.document.DocumentQueue;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Rereading a person's copy before it is handed over: what it says of others is masked, with a reason. */
@RestController
@RequestMapping("/api/cases/persons/{personId}/copy")
class RereadingResource {

    private static final int LONGEST_PLACE = 200;
    private static final int LONGEST_WORDS = 500;
    /** As long as any text is. */
    private static final int LONGEST_TEXT = 1_000_000;

    /**
     * What is decided about a passage.
     *
     * @param place and digest as in the preview
     * @param start of the passage, in UTF-16 units
     * @param end behind it
     * @param reason why it is masked; absent when it is printed although it was proposed
     * @param words for the service alone
     */
    record DecisionRequest(
            @NotNull @Pattern(regexp = "[a-zA-Z0-9.-]+") @Size(max = LONGEST_PLACE) String place,

            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String digest,

            @NotNull @Min(0) @Max(LONGEST_TEXT) Integer start,
            @NotNull @Min(1) @Max(LONGEST_TEXT) Integer end,

            @Pattern(regexp = Decision.REASONS) @Nullable String reason,
            @Size(max = LONGEST_WORDS) @Nullable String words) {

        private Decision decision() {
            if (start >= end) {
                throw Problem.invalid("/end", "invalid");
            }
            return new Decision(place, digest, start, end, reason, words == null || words.isBlank() ? null : words);
        }

        @Override
        public String toString() {
            return "DecisionRequest[…]";
        }
    }

    /**
     * That the copy was reread.
     *
     * @param fingerprint as in the preview
     * @param decisions all that the rereader knows of
     */
    record ConfirmRequest(
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String fingerprint,
            @NotNull @Size(max = CopyDecisions.MOST) List<@NotNull UUID> decisions) {

        @Override
        public String toString() {
            return "ConfirmRequest[…]";
        }
    }

    private final Rereading rereading;

    RereadingResource(Rereading rereading) {
        this.rereading = rereading;
    }

    /**
     * Every text of the copy, with what is masked in it and what is proposed to be; of a long copy, of one part.
     *
     * @param part of a long copy; without it the first, with the list of them
     * @param division as in the list
     */
    @GetMapping("/rereading")
    RereadingView preview(
            @PathVariable UUID personId,
            @RequestParam(required = false) @Nullable Integer part,
            @RequestParam(required = false) @Nullable String division,
            @RequestHeader(HttpHeaders.AUTHORIZATION) String bearer,
            Caller caller,
            Locale reader) {
        return DocumentQueue.inTurn(
                () -> rereading.preview(personId, new PartAsked(part, division), caller, bearer, reader));
    }

    /** Masks a passage, or leaves one that was proposed. The caller makes the number up; sent again, it is kept once. */
    @PutMapping("/decisions/{decisionId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(
            @PathVariable UUID personId,
            @PathVariable UUID decisionId,
            @Valid @RequestBody DecisionRequest request,
            Caller caller) {
        rereading.decide(personId, decisionId, request.decision(), caller);
    }

    /** Takes a decision back. */
    @DeleteMapping("/decisions/{decisionId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@PathVariable UUID personId, @PathVariable UUID decisionId, Caller caller) {
        rereading.takeBack(personId, decisionId, caller);
    }

    /**
     * Confirms that this copy was reread, so that it can be handed over; a long one, part by part.
     *
     * @param part of a long copy
     * @param division as in the preview
     */
    @PostMapping("/confirmation")
    ConfirmedView confirm(
            @PathVariable UUID personId,
            @RequestParam(required = false) @Nullable Integer part,
            @RequestParam(required = false) @Nullable String division,
            @Valid @RequestBody ConfirmRequest request,
            @RequestHeader(HttpHeaders.AUTHORIZATION) String bearer,
            Caller caller,
            Locale reader) {
        return DocumentQueue.inTurn(() -> rereading.confirm(
                personId,
                new PartAsked(part, division),
                request.fingerprint(),
                request.decisions(),
                caller,
                bearer,
                reader));
    }
}
