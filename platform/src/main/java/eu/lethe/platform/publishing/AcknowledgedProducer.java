package eu.lethe.platform.publishing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Understands how to hand messages to Kafka and to know that it has them. The first message that fails ends its producer
 * on the spot: otherwise those behind it would overtake it, and an idempotent producer would let them.
 */
public final class AcknowledgedProducer implements AutoCloseable {

    private final Map<String, Object> settings;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable KafkaProducer<byte[], byte[]> current;

    AcknowledgedProducer(Map<String, Object> settings) {
        this.settings = new HashMap<>(settings);
        this.settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        this.settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        this.settings.put(ProducerConfig.ACKS_CONFIG, "all");
        this.settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // A partition that knows nothing of this producer yet takes whatever comes first for its beginning. With
        // several
        // requests under way it refuses the first while it is being made or led, takes the second, and order is lost.
        this.settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        // Shorter than the claim of a processor on its token, so that nobody else publishes meanwhile.
        this.settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 4_000);
        this.settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
        this.settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 8_000);
    }

    /** Messages that are acknowledged together, or not. */
    public Batch batch() {
        lock.lock();
        try {
            var producer = current;
            if (producer == null) {
                producer = new KafkaProducer<>(settings);
                current = producer;
            }
            return new Batch(producer);
        } finally {
            lock.unlock();
        }
    }

    private void end(KafkaProducer<byte[], byte[]> producer) {
        lock.lock();
        try {
            if (Objects.equals(current, producer)) {
                current = null;
            }
        } finally {
            lock.unlock();
        }
        producer.close(Duration.ZERO);
    }

    @Override
    public void close() {
        KafkaProducer<byte[], byte[]> last;
        lock.lock();
        try {
            last = current;
            current = null;
        } finally {
            lock.unlock();
        }
        // Without the lock: whoever closes waits for the thread that tells of messages given up, which takes it.
        if (last != null) {
            last.close(Duration.ofSeconds(5));
        }
    }

    /** Understands some messages on their way. */
    public final class Batch {

        private final KafkaProducer<byte[], byte[]> producer;
        private final List<CompletableFuture<Void>> acknowledgements = new ArrayList<>();

        private Batch(KafkaProducer<byte[], byte[]> producer) {
            this.producer = producer;
        }

        /** Sends a message behind the ones before. */
        public void add(ProducerRecord<byte[], byte[]> message) {
            var acknowledged = new CompletableFuture<Void>();
            try {
                var _ = producer.send(message, (_, failure) -> {
                    if (failure == null) {
                        acknowledged.complete(null);
                    } else {
                        end(producer);
                        acknowledged.completeExceptionally(failure);
                    }
                });
            } catch (RuntimeException failure) {
                end(producer);
                throw new NotAcknowledged(failure);
            }
            acknowledgements.add(acknowledged);
        }

        int size() {
            return acknowledgements.size();
        }

        /**
         * Waits until Kafka has every message.
         *
         * @throws NotAcknowledged when it does not have one of them
         */
        public void join() {
            try {
                producer.flush();
                CompletableFuture.allOf(acknowledgements.toArray(CompletableFuture[]::new))
                        .join();
            } catch (CompletionException | KafkaException failure) {
                throw new NotAcknowledged(failure);
            }
        }
    }
}
