package eu.lethe.platform.publishing;

import eu.lethe.contracts.events.DomainEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Publishes what the event store holds, in its order. The processor's token, which says how far it got, is committed only
 * after Kafka has acknowledged everything before it: an event may be published twice, and never not at all.
 */
@ProcessingGroup(WhenEventStoredThenPublish.PROCESSOR)
@DisallowReplay
final class WhenEventStoredThenPublish {

    static final String PROCESSOR = "publishing";

    private static final String BATCH = WhenEventStoredThenPublish.class.getName();

    private final CloudEvents cloudEvents;
    private final AcknowledgedProducer producer;
    private final Topics topics;
    private final Counter published;

    WhenEventStoredThenPublish(
            CloudEvents cloudEvents, AcknowledgedProducer producer, Topics topics, MeterRegistry meters) {
        this.cloudEvents = cloudEvents;
        this.producer = producer;
        this.topics = topics;
        this.published = Counter.builder("lethe.published")
                .description("events that Kafka acknowledged")
                .register(meters);
    }

    @EventHandler
    void on(DomainEvent event, EventMessage<? extends DomainEvent> stored) {
        var unitOfWork = CurrentUnitOfWork.get().root();
        AcknowledgedProducer.Batch batch = unitOfWork.getOrComputeResource(BATCH, _ -> beginBatch(unitOfWork));
        try {
            cloudEvents.message(stored).ifPresent(batch::add);
        } catch (NotAcknowledged away) {
            topics.doubt();
            throw away;
        }
    }

    private AcknowledgedProducer.Batch beginBatch(UnitOfWork<?> unitOfWork) {
        var batch = producer.batch();
        unitOfWork.onPrepareCommit(_ -> {
            try {
                batch.join();
            } catch (NotAcknowledged away) {
                topics.doubt();
                throw away;
            }
        });
        unitOfWork.afterCommit(_ -> published.increment(batch.size()));
        return batch;
    }
}
