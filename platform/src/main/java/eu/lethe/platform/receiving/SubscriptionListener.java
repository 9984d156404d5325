package eu.lethe.platform.receiving;

import eu.lethe.contracts.events.DomainEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.transaction.support.TransactionOperations;

/** Understands how one message reaches a subscription: read, and applied once together with the fact that it was. */
final class SubscriptionListener implements MessageListener<byte[], byte[]> {

    private final Subscription subscription;
    private final String consumer;
    private final MessageReader reader;
    private final AppliedMessages applied;
    private final TransactionOperations transaction;
    private final MeterRegistry meters;

    SubscriptionListener(
            Subscription subscription,
            String consumer,
            MessageReader reader,
            AppliedMessages applied,
            TransactionOperations transaction,
            MeterRegistry meters) {
        this.subscription = subscription;
        this.consumer = consumer;
        this.reader = reader;
        this.applied = applied;
        this.transaction = transaction;
        this.meters = meters;
    }

    @Override
    public void onMessage(ConsumerRecord<byte[], byte[]> message) {
        var event = reader.classOf(message);
        if (event.isEmpty()) {
            count("later-version");
        } else if (isOfInterest(event.get())) {
            count(apply(reader.read(message, event.get())));
        }
    }

    private boolean isOfInterest(Class<? extends DomainEvent> event) {
        var interests = subscription.interests();
        return interests.isEmpty() || interests.stream().anyMatch(interest -> interest.isAssignableFrom(event));
    }

    private String apply(ReceivedEvent<? extends DomainEvent> event) {
        return switch (subscription.delivery()) {
            case EVERY_INSTANCE -> {
                subscription.on(event);
                yield "applied";
            }
            case ONCE_PER_SERVICE ->
                transaction.execute(_ -> {
                    if (!applied.isFirst(consumer, event.id())) {
                        return "duplicate";
                    }
                    subscription.on(event);
                    return "applied";
                });
        };
    }

    private void count(String outcome) {
        Counter.builder("lethe.received")
                .description("messages that reached a subscription")
                .tag("consumer", consumer)
                .tag("outcome", outcome)
                .register(meters)
                .increment();
    }
}
