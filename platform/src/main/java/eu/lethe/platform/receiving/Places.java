package eu.lethe.platform.receiving;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Understands up to where this service's database has applied each partition, in its own words: Kafka remembers it too, and
 * knows nothing of a database that an operator put back to an older day.
 */
final class Places {

    private final JdbcClient database;

    Places(JdbcClient database) {
        this.database = database;
    }

    /** The offset of the next message to apply, of each partition that a consumer ever had. */
    Map<TopicPartition, Long> of(String consumer) {
        Map<TopicPartition, Long> places = new HashMap<>();
        database.sql("select topic, \"partition\", next_offset from consumer_place where consumer = :consumer")
                .param("consumer", consumer)
                .query(row -> {
                    places.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3));
                });
        return places;
    }

    /** Begins with a partition that this consumer never had. */
    void begin(String consumer, TopicPartition partition, long next) {
        database.sql("""
                        insert into consumer_place (consumer, topic, "partition", next_offset)
                        values (:consumer, :topic, :partition, :next) on conflict do nothing""")
                .param("consumer", consumer)
                .param("topic", partition.topic())
                .param("partition", partition.partition())
                .param("next", next)
                .update();
    }

    /**
     * Goes on from the place that is known.
     *
     * @return false when another place is written there: it is not the database that was left
     */
    boolean advance(String consumer, TopicPartition partition, long known, long next) {
        return database.sql("""
                        update consumer_place set next_offset = :next
                         where consumer = :consumer and topic = :topic and "partition" = :partition
                           and next_offset = :known""")
                        .param("consumer", consumer)
                        .param("topic", partition.topic())
                        .param("partition", partition.partition())
                        .param("known", known)
                        .param("next", next)
                        .update()
                == 1;
    }
}
