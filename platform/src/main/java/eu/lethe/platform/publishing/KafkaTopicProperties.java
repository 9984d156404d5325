package eu.lethe.platform.publishing;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Understands how a topic is made when nobody made it before.
 *
 * @param replication absent: as the broker has it
 * @param retention how long messages are kept; who needs older ones reads the feed
 */
@ConfigurationProperties("lethe.kafka")
record KafkaTopicProperties(
        @DefaultValue("12") int partitions,
        @Nullable Short replication,
        @DefaultValue("90d") Duration retention) {}
