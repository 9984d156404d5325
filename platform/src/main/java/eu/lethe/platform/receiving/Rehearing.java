package eu.lethe.platform.receiving;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.transaction.TransactionException;

/**
 * Understands that a database which was put back has to hear again what it was told since, above all whom to forget. A
 * consumer goes back to where its database had come; what the database has applied already has no effect a second time.
 */
final class Rehearing implements ConsumerAwareRebalanceListener {

    /** Under this name a consumer's settings hold the rehearing that is told what was committed. */
    static final String SETTING = "lethe.rehearing";

    private static final Logger LOG = LoggerFactory.getLogger(Rehearing.class);

    private final String consumer;
    private final Places places;
    private final Map<TopicPartition, Long> written = new ConcurrentHashMap<>();
    private final Map<TopicPartition, Long> committed = new ConcurrentHashMap<>();

    Rehearing(String consumer, Places places) {
        this.consumer = consumer;
        this.places = places;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> assigned, Collection<TopicPartition> partitions) {
        try {
            goBack(assigned, Set.copyOf(partitions));
        } catch (DataAccessException | TransactionException | KafkaException away) {
            // no place is written before the next assignment: the next start sees how far the database had come
            partitions.forEach(written::remove);
            LOG.warn(
                    "{} could not be compared with its database: {}",
                    consumer,
                    away.getClass().getSimpleName());
        }
    }

    private synchronized void goBack(Consumer<?, ?> assigned, Set<TopicPartition> partitions) {
        var reached = places.of(consumer);
        var remembered = assigned.committed(partitions);
        Map<TopicPartition, OffsetAndMetadata> back = new HashMap<>();
        for (var partition : partitions) {
            var kafka = remembered.get(partition);
            var next = reached.get(partition);
            if (next == null) {
                next = kafka == null ? 0 : kafka.offset();
                places.begin(consumer, partition, next);
            } else if (kafka != null && next < kafka.offset()) {
                back.put(partition, new OffsetAndMetadata(next));
                LOG.info("{} hears {} again from {} on, not from {}", consumer, partition, next, kafka.offset());
            }
            committed.remove(partition);
            written.put(partition, next);
        }
        if (!back.isEmpty()) {
            back.forEach(assigned::seek);
            assigned.commitSync(back);
        }
    }

    @Override
    public void onPartitionsRevokedAfterCommit(Consumer<?, ?> revoked, Collection<TopicPartition> partitions) {
        write();
        onPartitionsLost(revoked, partitions);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> lost, Collection<TopicPartition> partitions) {
        partitions.forEach(written::remove);
        partitions.forEach(committed::remove);
    }

    /** Writes down how far this consumer has come. It may lag: what is heard again has no effect. */
    void write() {
        try {
            writeWhatIsNew();
        } catch (DataAccessException | TransactionException away) {
            LOG.warn(
                    "{} could not write how far it came: {}",
                    consumer,
                    away.getClass().getSimpleName());
        }
    }

    private synchronized void writeWhatIsNew() {
        committed.forEach((partition, next) -> {
            var known = written.get(partition);
            if (known == null || known.equals(next)) {
                return;
            }
            if (places.advance(consumer, partition, known, next)) {
                written.replace(partition, known, next);
            } else {
                // another instance has the partition, or another database was put in: the next assignment looks again
                written.remove(partition);
            }
        });
    }

    /** Tells what a consumer committed; all before that is applied, or kept aside. */
    public static final class Committed implements ConsumerInterceptor<byte[], byte[]> {

        private @Nullable Rehearing rehearing;

        @Override
        public void configure(Map<String, ?> settings) {
            rehearing = (Rehearing) settings.get(SETTING);
        }

        @Override
        public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {
            var told = rehearing;
            if (told != null) {
                offsets.forEach((partition, place) -> told.committed.put(partition, place.offset()));
            }
        }

        @Override
        public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
            return records;
        }

        @Override
        public void close() {}
    }
}
