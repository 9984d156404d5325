package eu.lethe.retention.schedule;

import eu.lethe.platform.catalogue.Label;
import java.time.LocalDate;
import java.time.Period;

/**
 * Understands how long something may be kept, since when, and on which legal ground.
 *
 * @param compartment the code of one, or {@code *} for all that make up a person's file
 * @param trigger from what the period runs, e.g. {@code last-contact}
 * @param action what happens then, e.g. {@code erase}
 */
public record RetentionRule(
        String code,
        String compartment,
        String trigger,
        Period period,
        String action,
        boolean visaRequired,
        String legalSource,
        Label label) {

    /** What is due is erased, once two people said so. */
    public static final String ERASE = "erase";

    /** A worker looks at what is due, and says whether it is kept. */
    public static final String REVIEW = "review";

    /** What is due is for the archives to take or to leave. */
    public static final String ARCHIVE = "archive";

    /** What is due goes by itself. */
    public static final String DROP = "drop";

    /** Whether what is due by it is erased. */
    public boolean erases() {
        return action.equals(ERASE);
    }

    /** The day from which it may no longer be kept. */
    public LocalDate dueOn(LocalDate since) {
        return since.plus(period);
    }
}
