package eu.lethe.contracts.events.retention;

import com.fasterxml.jackson.annotation.JsonIgnore;
import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.sealing.Compartment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Until when something may be kept. */
public sealed interface DeadlineEvent extends DomainEvent {

    /** Whose data. */
    UUID personId();

    /** The rule of the retention schedule. */
    String rule();

    @Override
    @JsonIgnore
    default UUID subject() {
        return personId();
    }

    /**
     * A deadline was computed, or moved, from the schedule and what happened (GDPR art. 5(1)(e)).
     *
     * @param fileId absent when the rule concerns data outside a file
     * @param compartments what falls due
     * @param since the day the period runs from, e.g. the last contact
     */
    record DeadlineSet(
            UUID personId,
            @Nullable UUID fileId,
            String unit,
            String rule,
            List<Compartment> compartments,
            LocalDate since,
            LocalDate dueOn,
            Instant at)
            implements DeadlineEvent {

        /** Copies the list. */
        public DeadlineSet {
            compartments = List.copyOf(compartments);
        }
    }

    /** The deadline no longer applies: another rule took its place, another purpose covers the data, or it is gone. */
    record DeadlineLifted(UUID personId, @Nullable UUID fileId, String rule, Instant at) implements DeadlineEvent {}
}
