package eu.lethe.platform.erasure;

import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.events.EventTypes;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureCancelled;
import eu.lethe.contracts.events.retention.ErasureEvent.RemovalCompleted;
import eu.lethe.contracts.events.retention.ErasureEvent.SuspensionCompleted;
import eu.lethe.platform.receiving.KeptAside;
import eu.lethe.platform.receiving.ReceivedEvent;
import eu.lethe.platform.receiving.Subscription;
import java.util.Set;

/** Understands that retention-service waits, before it removes keys, for whoever still has something to read with them. */
final class WhenPersonsAreSuspendedThenCatchUp implements Subscription {

    private final SuspendedRuns runs;
    private final KeptAside keptAside;

    WhenPersonsAreSuspendedThenCatchUp(SuspendedRuns runs, KeptAside keptAside) {
        this.runs = runs;
        this.keptAside = keptAside;
    }

    @Override
    public String consumer() {
        return "suspension-completed";
    }

    @Override
    public Set<String> topics() {
        return Set.of(EventTypes.RETENTION.topic());
    }

    @Override
    public Set<Class<? extends DomainEvent>> interests() {
        return Set.of(SuspensionCompleted.class, ErasureCancelled.class, RemovalCompleted.class);
    }

    @Override
    public void on(ReceivedEvent<? extends DomainEvent> event) {
        switch (event.payload()) {
            case SuspensionCompleted completed -> runs.heard(completed.erasureId(), completed.personIds());
            case ErasureCancelled cancelled -> runs.done(cancelled.erasureId());
            case RemovalCompleted completed -> {
                runs.done(completed.erasureId());
                keptAside.forget(completed.personIds());
            }
            default -> {}
        }
    }
}
