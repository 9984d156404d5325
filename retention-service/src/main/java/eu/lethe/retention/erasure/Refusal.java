package eu.lethe.retention.erasure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import eu.lethe.platform.catalogue.Label;
import java.util.Arrays;

/**
 * Understands why an erasure is not approved. A code is enough: a run is about many persons, and words about one of them would lie
 * under nobody's key.
 */
enum Refusal {
    /** The agency still works with them. */
    STILL_NEEDED("still-needed", "Des dossiers de la liste servent encore", "Files on the list are still needed"),
    /** A dispute or an appeal is under way (GDPR 17(3)(e)). */
    DISPUTE("dispute", "Un litige ou un recours est en cours", "A dispute or an appeal is under way"),
    /** The archives have not given their visa, or want to keep something. */
    ARCHIVES("archives", "Le visa des archives manque", "The archives’ visa is missing"),
    /** Somebody is on it who should not be, or is missing. */
    WRONG_LIST("wrong-list", "La liste n’est pas la bonne", "The list is not the right one"),
    /** The right to erasure does not apply (GDPR 17(3)). */
    NO_RIGHT("no-right", "Le droit à l’effacement ne s’applique pas ici", "The right to erasure does not apply here");

    private final String code;
    private final String french;
    private final String english;

    Refusal(String code, String french, String english) {
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
    static Refusal of(String code) {
        return Arrays.stream(values())
                .filter(refusal -> refusal.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a reason to refuse"));
    }
}
