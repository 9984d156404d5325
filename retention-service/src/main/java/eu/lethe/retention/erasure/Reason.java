package eu.lethe.retention.erasure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import eu.lethe.platform.catalogue.Label;
import java.util.Arrays;

/** Understands why an erasure is asked for. */
enum Reason {
    /** A deadline of the retention schedule passed. */
    DEADLINE("deadline", "Échéance atteinte", "Deadline passed"),
    /** The person exercised the right to erasure (GDPR 17). */
    RIGHT_EXERCISED("right-exercised", "Droit à l’effacement exercé", "Right to erasure exercised"),
    /** A consent that was the only basis was withdrawn (GDPR 7(3)). */
    CONSENT_WITHDRAWN("consent-withdrawn", "Consentement retiré", "Consent withdrawn"),
    /** It should never have been recorded. */
    RECORDED_IN_ERROR("recorded-in-error", "Enregistré par erreur", "Recorded in error"),
    /** Nobody asks for it: an older database was put back, and the ledger knows what an erasure had removed since. */
    AFTER_RESTORE("after-restore", "Repris après une restauration", "Taken up after a restore");

    private final String code;
    private final String french;
    private final String english;

    Reason(String code, String french, String english) {
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

    /** Whether somebody may ask for an erasure for this reason. */
    boolean mayBeGiven() {
        return this != AFTER_RESTORE;
    }

    /** Whether only what is due may be erased for this reason. */
    boolean needsDeadline() {
        return this == DEADLINE || this == CONSENT_WITHDRAWN;
    }

    /** Whether something new that happens to the person speaks against erasing them. */
    boolean yieldsToActivity() {
        return this != RIGHT_EXERCISED;
    }

    @JsonCreator
    static Reason of(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a reason"));
    }
}
