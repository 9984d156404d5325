package eu.lethe.contracts.sealing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Understands one kind of data about a person that can be shown, or forgotten, without the others.
 *
 * <p>The constants are the compartments Lethe ships with; an agency may configure more.
 *
 * @param code lower-case letters and hyphens, 2 to 32 characters, e.g. {@code third-party}
 */
public record Compartment(@JsonValue String code) {

    // above the constants: they are checked against it while the class is initialised
    private static final Pattern CODE = Pattern.compile("[a-z][a-z-]{1,31}");

    /** Name, birth, address, contact. */
    public static final Compartment IDENTITY = new Compartment("identity");

    /** Free text of contacts and assessments. */
    public static final Compartment NARRATIVE = new Compartment("narrative");

    /** Problem and intervention codes, age band, household type: all that statistics need. */
    public static final Compartment CODING = new Compartment("coding");

    /** What others reported, and who they are. */
    public static final Compartment THIRD_PARTY = new Compartment("third-party");

    /** Health data, kept apart (GDPR art. 9). */
    public static final Compartment HEALTH = new Compartment("health");

    /** How a consent was given; outlives the file (GDPR art. 7(1)). */
    public static final Compartment CONSENT = new Compartment("consent");

    /** A rights request and its answer; outlives the file. */
    public static final Compartment RIGHTS = new Compartment("rights");

    /**
     * @throws IllegalArgumentException when the code has another form
     */
    @JsonCreator
    public Compartment {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("not the code of a compartment");
        }
    }

    /** Whether the compartment holds evidence with a deadline of its own, which erasing the person leaves in place. */
    public boolean outlivesTheFile() {
        return equals(CONSENT) || equals(RIGHTS);
    }

    @Override
    public String toString() {
        return code;
    }
}
