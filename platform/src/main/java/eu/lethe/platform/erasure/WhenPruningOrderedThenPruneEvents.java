package eu.lethe.platform.erasure;

import eu.lethe.contracts.events.retention.ErasureEvent.PruningOrdered;
import eu.lethe.platform.eventstore.PruningQueue;
import eu.lethe.platform.eventstore.PruningQueue.KeysPruned;
import org.springframework.context.event.EventListener;

/** Understands that unreadable events are deleted, and that this is confirmed once it is true. */
final class WhenPruningOrderedThenPruneEvents implements Automation<PruningOrdered> {

    private final PruningQueue queue;
    private final ErasureConfirmations confirmations;

    WhenPruningOrderedThenPruneEvents(PruningQueue queue, ErasureConfirmations confirmations) {
        this.queue = queue;
        this.confirmations = confirmations;
    }

    @Override
    public Class<PruningOrdered> event() {
        return PruningOrdered.class;
    }

    @Override
    public void when(PruningOrdered ordered) {
        queue.order(ordered.erasureId(), ordered.personId(), ordered.keys());
    }

    @EventListener
    void when(KeysPruned pruned) {
        confirmations.confirm(pruned.erasureId(), pruned.personId(), Phase.PRUNED);
    }
}
