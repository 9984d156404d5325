package eu.lethe.platform.receiving;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Understands whether this service has applied all that was on its topics at a moment. */
public final class Backlog {

    /** Where the topics ended when somebody looked. */
    public record Ends(Map<TopicPartition, Long> offsets) {}

    private static final int SECONDS = 5;

    private final Map<String, Object> settings;
    private final Supplier<Map<String, Set<String>>> topicsOfGroups;

    /**
     * @param topicsOfGroups the topics of each consumer group that applies once per service
     */
    Backlog(Map<String, Object> settings, Supplier<Map<String, Set<String>>> topicsOfGroups) {
        this.settings = settings;
        this.topicsOfGroups = topicsOfGroups;
    }

    /**
     * Where the topics end now.
     *
     * @throws BrokerAway when nobody answers
     */
    public Ends endsNow() {
        return asked(admin -> {
            var topics =
                    topicsOfGroups.get().values().stream().flatMap(Set::stream).collect(Collectors.toSet());
            var partitions = within(admin.describeTopics(topics).allTopicNames()).values().stream()
                    .flatMap(topic -> topic.partitions().stream()
                            .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                    .toList();
            var ends = within(admin.listOffsets(
                            partitions.stream().collect(Collectors.toMap(one -> one, _ -> OffsetSpec.latest())))
                    .all());
            Map<TopicPartition, Long> offsets = new HashMap<>();
            ends.forEach((partition, end) -> offsets.put(partition, end.offset()));
            return new Ends(offsets);
        });
    }

    /**
     * Whether every consumer of this service is past these ends.
     *
     * @throws BrokerAway when nobody answers
     */
    public boolean isPast(Ends ends) {
        return asked(admin -> {
            for (var group : topicsOfGroups.get().entrySet()) {
                var committed =
                        within(admin.listConsumerGroupOffsets(group.getKey()).partitionsToOffsetAndMetadata());
                for (var end : ends.offsets().entrySet()) {
                    var at = committed.get(end.getKey());
                    if (group.getValue().contains(end.getKey().topic())
                            && (at == null ? 0 : at.offset()) < end.getValue()) {
                        return false;
                    }
                }
            }
            return true;
        });
    }

    private interface Question<T> {
        T of(Admin admin) throws InterruptedException, ExecutionException, TimeoutException;
    }

    private <T> T asked(Question<T> question) {
        try (var admin = Admin.create(settings)) {
            return question.of(admin);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BrokerAway(stopped);
        } catch (ExecutionException | TimeoutException away) {
            throw new BrokerAway(away);
        }
    }

    private static <T> T within(KafkaFuture<T> answer)
            throws InterruptedException, ExecutionException, TimeoutException {
        return answer.get(SECONDS, TimeUnit.SECONDS);
    }

    /** Understands that the broker does not answer now. */
    public static final class BrokerAway extends RuntimeException implements Temporary {

        private static final long serialVersionUID = 1L;

        BrokerAway(Exception cause) {
            super("the broker does not answer", cause);
        }
    }
}
