package eu.lethe.reporting.grid;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import eu.lethe.platform.catalogue.Label;
import java.util.Arrays;

/** What the yearly grid counts. A worker is none of it. */
public enum Measure {
    /** Distinct persons met or mentioned. */
    PERSONS("persons", "Personnes", "Persons"),
    /** Distinct households with a contact; whoever lives in none is one. */
    HOUSEHOLDS("households", "Ménages", "Households"),
    /** Distinct persons with a problem of an area. */
    PROBLEMS("problems", "Problématiques", "Problems"),
    /** Distinct persons with an intervention of an area. */
    INTERVENTIONS("interventions", "Interventions", "Interventions"),
    /** How often a third party reported something. */
    INFORMATION("information", "Informations reçues de tiers", "Information received from third parties");

    private final String code;
    private final String french;
    private final String english;

    Measure(String code, String french, String english) {
        this.code = code;
        this.french = french;
        this.english = english;
    }

    /**
     * Reads the code.
     *
     * @throws IllegalArgumentException when it is none
     */
    @JsonCreator
    public static Measure of(String code) {
        return Arrays.stream(values())
                .filter(measure -> measure.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a measure"));
    }

    /** As in the API and the database. */
    @JsonValue
    public String code() {
        return code;
    }

    /** As read. */
    public Label label() {
        return new Label(french, english);
    }
}
