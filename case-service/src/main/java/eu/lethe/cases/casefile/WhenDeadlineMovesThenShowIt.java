package eu.lethe.cases.casefile;

import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.events.EventTypes;
import eu.lethe.contracts.events.retention.DeadlineEvent.DeadlineLifted;
import eu.lethe.contracts.events.retention.DeadlineEvent.DeadlineSet;
import eu.lethe.platform.receiving.ReceivedEvent;
import eu.lethe.platform.receiving.Subscription;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Understands that a file page says until when the file is kept. */
@Component
final class WhenDeadlineMovesThenShowIt implements Subscription {

    private final Deadlines deadlines;

    WhenDeadlineMovesThenShowIt(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public String consumer() {
        return "deadlines";
    }

    @Override
    public Set<String> topics() {
        return Set.of(EventTypes.RETENTION.topic());
    }

    @Override
    public Set<Class<? extends DomainEvent>> interests() {
        return Set.of(DeadlineSet.class, DeadlineLifted.class);
    }

    @Override
    public void on(ReceivedEvent<? extends DomainEvent> event) {
        switch (event.payload()) {
            case DeadlineSet set -> deadlines.set(set);
            case DeadlineLifted lifted -> deadlines.lift(lifted);
            default -> {}
        }
    }
}
