package eu.lethe.platform.receiving;

import eu.lethe.contracts.events.DomainEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Understands which messages a subscription wants to hear, and counts what became of them. */
final class SubscribedMessages {

    private final Subscription subscription;
    private final String consumer;
    private final MessageReader reader;
    private final MeterRegistry meters;

    SubscribedMessages(Subscription subscription, String consumer, MessageReader reader, MeterRegistry meters) {
        this.subscription = subscription;
        this.consumer = consumer;
        this.reader = reader;
        this.meters = meters;
    }

    /**
     * The event of a message.
     *
     * @return empty when the subscription does not ask for it
     * @throws UnreadableMessage when it cannot be read
     */
    Optional<ReceivedEvent<? extends DomainEvent>> read(ConsumerRecord<byte[], byte[]> message) {
        var event = reader.classOf(message);
        if (event.isEmpty()) {
            count("later-version", 1);
        }
        return event.filter(this::isOfInterest)
                .<ReceivedEvent<? extends DomainEvent>>map(type -> reader.read(message, type))
                .filter(read -> subscription.concerns(read.payload()));
    }

    private boolean isOfInterest(Class<? extends DomainEvent> event) {
        var interests = subscription.interests();
        return interests.isEmpty() || interests.stream().anyMatch(interest -> interest.isAssignableFrom(event));
    }

    void count(String outcome, int messages) {
        Counter.builder("lethe.received")
                .description("messages that reached a subscription")
                .tag("consumer", consumer)
                .tag("outcome", outcome)
                .register(meters)
                .increment(messages);
    }
}
