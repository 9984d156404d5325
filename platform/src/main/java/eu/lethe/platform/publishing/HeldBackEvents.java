package eu.lethe.platform.publishing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * Understands stored events that wait while Kafka is away. To the processor it looks as if nothing had happened yet: it
 * holds no transaction meanwhile, and goes on within a second of Kafka's return instead of after Axon's growing pauses.
 */
final class HeldBackEvents implements StreamableMessageSource<TrackedEventMessage<?>> {

    private final StreamableMessageSource<TrackedEventMessage<?>> stored;
    private final Topics topics;

    HeldBackEvents(StreamableMessageSource<TrackedEventMessage<?>> stored, Topics topics) {
        this.stored = stored;
        this.topics = topics;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken after) {
        return new HeldBackStream(stored.openStream(after), topics);
    }

    @Override
    public TrackingToken createTailToken() {
        return stored.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return stored.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant time) {
        return stored.createTokenAt(time);
    }

    private record HeldBackStream(BlockingStream<TrackedEventMessage<?>> stored, Topics topics)
            implements BlockingStream<TrackedEventMessage<?>> {

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            return topics.awaitAll(Duration.of(timeout, unit.toChronoUnit())) && stored.hasNextAvailable(timeout, unit);
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return stored.peek();
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            return stored.nextAvailable();
        }

        @Override
        public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> ignored) {
            stored.skipMessagesWithPayloadTypeOf(ignored);
        }

        @Override
        public void close() {
            stored.close();
        }
    }
}
