package eu.lethe.platform.receiving;

import eu.lethe.platform.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Understands how what was kept aside is applied after all: the messages about one subject in their order, each in a transaction
 * with the fact that it was, until none is left or one fails again.
 */
final class Replay {

    /** In one request; whoever asks goes on by asking again. */
    private static final int MOST = 500;

    /**
     * What came of it.
     *
     * @param applied how many were applied
     * @param left how many about the subject are still kept aside
     * @param code why it stopped; null where nothing failed
     */
    record Outcome(int applied, long left, @Nullable String code) {}

    private sealed interface Tried {
        record Applied() implements Tried {}

        record Disowned() implements Tried {}

        record Failed(String code) implements Tried {}
    }

    private final KeptQueue queue;
    private final KeptAside keptAside;
    private final AppliedMessages applied;
    private final Map<String, AppliedOncePerService> consumers;
    private final TransactionOperations transaction;

    /**
     * @param consumers by their names
     */
    Replay(
            KeptQueue queue,
            KeptAside keptAside,
            AppliedMessages applied,
            Map<String, AppliedOncePerService> consumers,
            TransactionOperations transaction) {
        this.queue = queue;
        this.keptAside = keptAside;
        this.applied = applied;
        this.consumers = Map.copyOf(consumers);
        this.transaction = transaction;
    }

    /**
     * Applies a message again, before it what came before it about the same subject, and then all that waits behind.
     *
     * @throws Problem 404; 409 {@code message-ended} when somebody was faster, {@code message-not-kept} when its content is not
     *     there, {@code consumer-gone}; 503 {@code replay-later} when something that it needs is away
     */
    Outcome again(UUID id, UUID by) {
        var asked = queue.of(id).orElseThrow(Problem::notFound);
        return goOn(asked, first(asked).or(() -> Optional.of(asked)), by);
    }

    /**
     * Never applies a message, and then applies what waits behind it.
     *
     * @throws Problem 404; 409 {@code message-ended}
     */
    Outcome passOver(UUID id, UUID by) {
        var asked = queue.of(id).orElseThrow(Problem::notFound);
        transaction.executeWithoutResult(_ -> {
            var message = inTurn(asked);
            if (message.eventId() != null) {
                // it would be applied out of its order, should it be heard again
                applied.firstOf(message.consumer(), List.of(message.eventId()));
            }
            queue.ended(message.id(), KeptMessage.PASSED_OVER, by);
        });
        return goOn(asked, first(asked), by);
    }

    private Outcome goOn(KeptMessage asked, Optional<KeptMessage> from, UUID by) {
        var count = 0;
        for (var next = from; next.isPresent() && count < MOST; next = first(asked)) {
            switch (tried(next.get(), by)) {
                case Tried.Applied _ -> count++;
                case Tried.Disowned _ -> {}
                case Tried.Failed(var code) -> {
                    return new Outcome(count, Math.max(1, left(asked)), code);
                }
            }
        }
        return new Outcome(count, left(asked), null);
    }

    private Tried tried(KeptMessage kept, UUID by) {
        try {
            transaction.executeWithoutResult(_ -> {
                var message = inTurn(kept);
                var asItCame =
                        message.asItCame().orElseThrow(() -> Problem.of(HttpStatus.CONFLICT, "message-not-kept"));
                consumer(message.consumer()).again(asItCame);
                queue.ended(message.id(), KeptMessage.APPLIED, by);
            });
            return new Tried.Applied();
        } catch (Problem refused) {
            throw refused;
        } catch (ForgedMessage forged) {
            queue.ended(kept.id(), KeptMessage.FORGED, by);
            return new Tried.Disowned();
        } catch (RuntimeException failure) {
            if (Failure.of(failure) == Failure.TEMPORARY) {
                throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "replay-later");
            }
            queue.failedAgain(kept.id(), Failure.codeOf(failure));
            return new Tried.Failed(Failure.codeOf(failure));
        }
    }

    /** The message as it is now; nobody else deals with its subject until the end of the transaction. */
    private KeptMessage inTurn(KeptMessage message) {
        keptAside.takeTurn(
                message.consumer(), message.subject() == null ? message.id().toString() : message.subject());
        return queue.of(message.id())
                .filter(KeptMessage::isOpen)
                .orElseThrow(() -> Problem.of(HttpStatus.CONFLICT, "message-ended"));
    }

    private Optional<KeptMessage> first(KeptMessage asked) {
        return asked.subject() == null ? Optional.empty() : queue.first(asked.consumer(), asked.subject());
    }

    private long left(KeptMessage asked) {
        return asked.subject() == null ? 0 : queue.left(asked.consumer(), asked.subject());
    }

    private AppliedOncePerService consumer(String name) {
        var consumer = consumers.get(name);
        if (consumer == null) {
            throw Problem.of(HttpStatus.CONFLICT, "consumer-gone");
        }
        return consumer;
    }
}
