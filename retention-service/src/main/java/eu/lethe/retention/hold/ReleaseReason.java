package eu.lethe.retention.hold;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import eu.lethe.platform.catalogue.Label;
import java.util.Arrays;

/** Understands why a hold is not needed any more. */
enum ReleaseReason {
    /** The dispute, the inquiry or the inspection is over. */
    MATTER_CLOSED("matter-closed", "L’affaire est close", "The matter is closed"),
    /** What was needed was handed over. */
    HANDED_OVER("handed-over", "Ce qui était demandé a été remis", "What was asked for was handed over"),
    /** The person has their answer. */
    REQUEST_ANSWERED("request-answered", "Il a été répondu à la demande", "The request was answered"),
    /** It was about the wrong person, unit or rule. */
    PLACED_IN_ERROR("placed-in-error", "Posée par erreur", "Placed in error");

    private final String code;
    private final String french;
    private final String english;

    ReleaseReason(String code, String french, String english) {
        this.code = code;
        this.french = french;
        this.english = english;
    }

    /** As in events and in the API. */
    @JsonValue
    String code() {
        return code;
    }

    /** As on screen. */
    Label label() {
        return new Label(french, english);
    }

    @JsonCreator
    static ReleaseReason of(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a reason to release"));
    }
}
