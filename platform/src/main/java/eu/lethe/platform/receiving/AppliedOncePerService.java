package eu.lethe.platform.receiving;

import eu.lethe.contracts.events.DomainEvent;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Understands how messages have their effect on the service's database once, together with the fact that they had it. Those
 * that came together are applied in one transaction, which costs little more than one of them; if any of them fails, none has
 * happened, and each is applied by itself, so that the one that fails is known and those before it stay applied. What comes behind
 * a message that failed, about the same subject, waits there.
 */
final class AppliedOncePerService implements BatchMessageListener<byte[], byte[]> {

    private final Subscription subscription;
    private final String consumer;
    private final SubscribedMessages messages;
    private final PublishersWord word;
    private final AppliedMessages applied;
    private final KeptAside keptAside;
    private final TransactionOperations transaction;

    AppliedOncePerService(
            Subscription subscription,
            String consumer,
            SubscribedMessages messages,
            PublishersWord word,
            AppliedMessages applied,
            KeptAside keptAside,
            TransactionOperations transaction) {
        this.subscription = subscription;
        this.consumer = consumer;
        this.messages = messages;
        this.word = word;
        this.applied = applied;
        this.keptAside = keptAside;
        this.transaction = transaction;
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> polled) {
        var wanted = new ArrayList<Wanted>();
        var unreadable = read(polled, wanted);
        var forged = firstForged(wanted);
        if (forged != null) {
            unreadable = new BatchListenerFailedException("forged", new ForgedMessage("not-recorded"), forged.place());
            wanted.subList(wanted.indexOf(forged), wanted.size()).clear();
        }
        if (!wanted.isEmpty()) {
            applyInOrder(wanted);
        }
        if (unreadable != null) {
            throw unreadable;
        }
    }

    /**
     * Applies a message that was kept aside, in the transaction of whoever does so.
     *
     * @throws UnreadableMessage when it still cannot be read
     * @throws ForgedMessage when its publisher does not know it
     */
    void again(ConsumerRecord<byte[], byte[]> message) {
        messages.read(message).ifPresent(event -> {
            if (subscription.needsPublishersWord(event.payload().getClass())
                    && !word.notRecorded(List.of(event)).isEmpty()) {
                throw new ForgedMessage("not-recorded");
            }
            apply(List.of(event));
        });
    }

    /** The event of a message, and its place among those polled with it. */
    private record Wanted(
            ReceivedEvent<? extends DomainEvent> event, ConsumerRecord<byte[], byte[]> message, int place) {}

    /** Reads until the end, or up to a message that cannot be read: those behind it come again. */
    private @Nullable BatchListenerFailedException read(
            List<ConsumerRecord<byte[], byte[]>> polled, List<Wanted> wanted) {
        for (var place = 0; place < polled.size(); place++) {
            try {
                var event = messages.read(polled.get(place));
                if (event.isPresent()) {
                    wanted.add(new Wanted(event.get(), polled.get(place), place));
                }
            } catch (UnreadableMessage unreadable) {
                return new BatchListenerFailedException("unreadable", unreadable, place);
            }
        }
        return null;
    }

    /**
     * The first message of which its publisher knows nothing. It is asked before the transaction begins, which would wait for
     * another service otherwise.
     */
    private @Nullable Wanted firstForged(List<Wanted> wanted) {
        var toAsk = wanted.stream()
                .filter(message -> subscription.needsPublishersWord(
                        message.event().payload().getClass()))
                .toList();
        if (toAsk.isEmpty()) {
            return null;
        }
        try {
            var notRecorded = word.notRecorded(toAsk.stream()
                    .<ReceivedEvent<? extends DomainEvent>>map(Wanted::event)
                    .toList());
            return toAsk.stream()
                    .filter(message -> notRecorded.contains(message.event().id()))
                    .findFirst()
                    .orElse(null);
        } catch (RuntimeException failure) {
            throw new BatchListenerFailedException(
                    "not asked", failure, wanted.getFirst().place());
        }
    }

    private void applyInOrder(List<Wanted> wanted) {
        var messagesWanted = wanted.stream().map(Wanted::message).toList();
        if (precedesAny(messagesWanted, wanted.getFirst().place())) {
            wanted.forEach(this::applyUnlessItWaits);
        } else if (wanted.size() < 2 || !applyTogether(wanted)) {
            wanted.forEach(this::applyAlone);
        }
    }

    private boolean precedesAny(List<ConsumerRecord<byte[], byte[]>> messagesWanted, int first) {
        try {
            return keptAside.precedesAny(consumer, messagesWanted);
        } catch (RuntimeException failure) {
            throw new BatchListenerFailedException("not looked", failure, first);
        }
    }

    private void applyUnlessItWaits(Wanted wanted) {
        try {
            transaction.executeWithoutResult(_ -> {
                if (keptAside.waits(consumer, wanted.message())) {
                    messages.count("waits", 1);
                } else {
                    apply(List.of(wanted.event()));
                }
            });
        } catch (RuntimeException failure) {
            throw new BatchListenerFailedException("not applied", failure, wanted.place());
        }
    }

    /** Says whether all were applied; otherwise none was. */
    private boolean applyTogether(List<Wanted> wanted) {
        try {
            apply(wanted.stream()
                    .<ReceivedEvent<? extends DomainEvent>>map(Wanted::event)
                    .toList());
            return true;
        } catch (RuntimeException anyOfThem) {
            return false; // which one, and why, shows when each is applied by itself
        }
    }

    private void applyAlone(Wanted wanted) {
        try {
            apply(List.of(wanted.event()));
        } catch (RuntimeException failure) {
            throw new BatchListenerFailedException("not applied", failure, wanted.place());
        }
    }

    private void apply(List<ReceivedEvent<? extends DomainEvent>> events) {
        var first = transaction.execute(_ -> {
            var unheard = applied.firstOf(
                    consumer, events.stream().map(ReceivedEvent::id).toList());
            var fresh =
                    events.stream().filter(event -> unheard.remove(event.id())).toList();
            subscription.prepare(fresh);
            fresh.forEach(subscription::on);
            return fresh.size();
        });
        messages.count("applied", first);
        messages.count("duplicate", events.size() - first);
    }
}
