package eu.lethe.platform.publishing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.OptionalLong;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Understands how far Kafka is behind the event store. */
final class PublishingLag implements MeterBinder {

    private final EventProcessingConfiguration processors;
    private final EventStore events;

    PublishingLag(EventProcessingConfiguration processors, EventStore events) {
        this.processors = processors;
        this.events = events;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("lethe.publishing.lag", this, PublishingLag::positionsBehind)
                .description(
                        "positions of the event store that are not yet published; NaN while another instance publishes")
                .register(meters);
    }

    private double positionsBehind() {
        return processors
                .eventProcessor(WhenEventStoredThenPublish.PROCESSOR, StreamingEventProcessor.class)
                .flatMap(processor ->
                        processor.processingStatus().values().stream().findAny())
                .map(status -> (double) (head() - position(status)))
                .orElse(Double.NaN);
    }

    private long head() {
        var head = events.createHeadToken();
        return head == null ? 0 : head.position().orElse(0);
    }

    private static long position(EventTrackerStatus status) {
        OptionalLong position = status.getCurrentPosition();
        return position.orElse(0);
    }
}
