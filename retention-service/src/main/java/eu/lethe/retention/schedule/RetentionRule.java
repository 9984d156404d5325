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

    /** Whether what is due by it is erased. */
    public boolean erases() {
        return action.equals("erase");
    }

    /** The day from which it may no longer be kept. */
    public LocalDate dueOn(LocalDate since) {
        return since.plus(period);
    }
}
