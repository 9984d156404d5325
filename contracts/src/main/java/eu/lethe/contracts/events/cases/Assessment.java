package eu.lethe.contracts.events.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Understands a social assessment: a text, with headings where the worker wanted some, and goals; always sealed in
 * {@code narrative}.
 */
public record Assessment(List<Section> sections, List<Goal> goals) {

    /** Copies the lists. */
    public Assessment {
        sections = List.copyOf(sections);
        goals = List.copyOf(goals);
    }

    /** A part of the text, with or without a heading. */
    public record Section(@Nullable String heading, String text) {

        @Override
        public String toString() {
            return "Section[…]";
        }
    }

    /**
     * What the person wants to reach.
     *
     * @param by the day it is to be reached by, if one was set
     * @param state {@code open}, {@code reached} or {@code given-up}
     */
    public record Goal(UUID goalId, String text, @Nullable LocalDate by, String state) {

        @Override
        public String toString() {
            return "Goal[" + goalId + "]";
        }
    }

    @Override
    public String toString() {
        return "Assessment[…]";
    }
}
