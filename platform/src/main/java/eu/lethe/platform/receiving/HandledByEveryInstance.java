package eu.lethe.platform.receiving;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.MessageListener;

/** Understands how a message reaches what an instance holds in memory: by itself, without a transaction. */
final class HandledByEveryInstance implements MessageListener<byte[], byte[]> {

    private final Subscription subscription;
    private final SubscribedMessages messages;

    HandledByEveryInstance(Subscription subscription, SubscribedMessages messages) {
        this.subscription = subscription;
        this.messages = messages;
    }

    @Override
    public void onMessage(ConsumerRecord<byte[], byte[]> message) {
        messages.read(message).ifPresent(event -> {
            subscription.on(event);
            messages.count("applied", 1);
        });
    }
}
