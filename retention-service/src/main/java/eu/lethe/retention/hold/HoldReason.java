package eu.lethe.retention.hold;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import eu.lethe.platform.catalogue.Label;
import java.util.Arrays;

/** Understands why something may not be erased for the time being. A code is enough: words would lie under nobody's key. */
public enum HoldReason {
    /** A dispute before a court, or one that is coming (GDPR 17(3)(e)). */
    LITIGATION("litigation", "Contentieux", "Litigation"),
    /** The police or a judge asks for it. */
    JUDICIAL_INQUIRY("judicial-inquiry", "Réquisition ou enquête judiciaire", "Judicial inquiry"),
    /** The person asked for a copy, or for something to be put right, and has no answer yet (GDPR 12(3)). */
    RIGHTS_REQUEST("rights-request", "Demande de droit en cours", "Request of a right pending"),
    /** The authority or an auditor looks at how files are kept. */
    INSPECTION("inspection", "Contrôle en cours", "Inspection"),
    /** Another law says so (GDPR 17(3)(b)). */
    OTHER_DUTY("other-duty", "Autre obligation légale", "Other legal duty");

    private final String code;
    private final String french;
    private final String english;

    HoldReason(String code, String french, String english) {
        this.code = code;
        this.french = french;
        this.english = english;
    }

    /** As in events and in the API. */
    @JsonValue
    public String code() {
        return code;
    }

    /** As on screen. */
    public Label label() {
        return new Label(french, english);
    }

    /** The reason of a code. */
    @JsonCreator
    public static HoldReason of(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a reason to hold"));
    }
}
