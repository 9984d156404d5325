package eu.lethe.bench.cost;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Understands how many messages Kafka was given, by the end of each topic. */
final class MessagesSent implements Meters {

    private final Admin kafka;

    MessagesSent(Admin kafka) {
        this.kafka = kafka;
    }

    @Override
    public Map<Meter, Double> read() throws IOException, InterruptedException {
        try {
            var topics = kafka.listTopics().names().get();
            var partitions = kafka.describeTopics(topics).allTopicNames().get().values().stream()
                    .flatMap(topic -> topic.partitions().stream()
                            .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                    .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
            Map<Meter, Double> ends = new HashMap<>();
            kafka.listOffsets(partitions)
                    .all()
                    .get()
                    .forEach((partition, end) -> ends.merge(
                            new Meter(Meter.Kind.MESSAGES, partition.topic()), (double) end.offset(), Double::sum));
            return ends;
        } catch (ExecutionException away) {
            throw new IOException("Kafka does not say where its topics end", away.getCause());
        }
    }
}
