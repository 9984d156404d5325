package eu.lethe.cases.assessment;

import eu.lethe.contracts.events.cases.Assessment;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An assessment as a worker writes it.
 *
 * @param revisionId the wording that was read, when it is written anew
 */
record AssessmentRequest(
        @Nullable UUID revisionId,
        @NotNull LocalDate date,
        @NotEmpty @Size(max = 50) List<@NotNull @Valid Section> sections,
        @Size(max = 50) @Nullable List<@NotNull @Valid Goal> goals) {

    private static final int LONGEST_TEXT = 100_000;
    private static final int LONGEST_GOAL = 2_000;

    record Section(
            @Size(max = 200) @Nullable String heading,
            @NotBlank @Size(max = LONGEST_TEXT) String text) {

        @Override
        public String toString() {
            return "Section[…]";
        }
    }

    /**
     * A goal.
     *
     * @param goalId of one that an earlier wording had
     */
    record Goal(
            @Nullable UUID goalId,
            @NotBlank @Size(max = LONGEST_GOAL) String text,
            @Nullable LocalDate by,

            @Pattern(regexp = "open|reached|given-up") @Nullable String state) {

        private Assessment.Goal toGoal() {
            return new Assessment.Goal(
                    goalId == null ? UUID.randomUUID() : goalId, text.strip(), by, state == null ? "open" : state);
        }

        @Override
        public String toString() {
            return "Goal[…]";
        }
    }

    /** The text, headings without words left out. */
    Assessment assessment() {
        return new Assessment(
                sections.stream()
                        .map(section -> new Assessment.Section(heading(section.heading()), section.text()))
                        .toList(),
                goals == null ? List.of() : goals.stream().map(Goal::toGoal).toList());
    }

    private static @Nullable String heading(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    @Override
    public String toString() {
        return "AssessmentRequest[…]";
    }
}
