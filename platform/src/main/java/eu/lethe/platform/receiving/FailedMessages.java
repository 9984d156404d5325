package eu.lethe.platform.receiving;

import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.RetryListener;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/** Understands what becomes of a message that failed: tried again in its place, or kept aside. */
final class FailedMessages {

    private static final Logger LOG = LoggerFactory.getLogger(FailedMessages.class);

    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final int TOLD_EVERY = 20;
    private static final BackOff NO_OTHER_TRY = new FixedBackOff(0, 0);
    private static final BackOff THREE_MORE_TRIES = new FixedBackOff(FIRST_PAUSE_MILLIS, 3);

    private FailedMessages() {}

    /** Temporary failures are tried again for ever, so that nothing is lost and the order stays. */
    static DefaultErrorHandler handler(String consumer, ConsumerRecordRecoverer keptAside, Duration longestPause) {
        var forEver = new ExponentialBackOff(FIRST_PAUSE_MILLIS, 2);
        forEver.setMaxInterval(longestPause.toMillis());
        var handler = handler(keptAside);
        handler.setBackOffFunction((_, failure) -> switch (Failure.of(failure)) {
            case TEMPORARY -> forEver;
            case UNREADABLE -> NO_OTHER_TRY;
            case REFUSED -> THREE_MORE_TRIES;
        });
        handler.setRetryListeners(new TellsNowAndThen(consumer));
        return handler;
    }

    /** What an instance holds in memory is not worth waiting for one message. */
    static DefaultErrorHandler passingOver(ConsumerRecordRecoverer told) {
        var handler = handler(told);
        handler.setBackOffFunction((_, _) -> NO_OTHER_TRY);
        return handler;
    }

    private static DefaultErrorHandler handler(ConsumerRecordRecoverer recoverer) {
        var handler = new DefaultErrorHandler(recoverer);
        handler.setLogLevel(KafkaException.Level.DEBUG);
        handler.setCommitRecovered(true);
        return handler;
    }

    private record TellsNowAndThen(String consumer) implements RetryListener {

        @Override
        public void failedDelivery(ConsumerRecord<?, ?> message, @Nullable Exception failure, int attempt) {
            if (failure != null && attempt % TOLD_EVERY == 1) {
                LOG.warn(
                        "{} failed {} time(s) at {}-{}@{}: {}",
                        consumer,
                        attempt,
                        message.topic(),
                        message.partition(),
                        message.offset(),
                        Failure.of(failure));
            }
        }
    }
}
