package eu.lethe.platform.receiving;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Understands how messages are received.
 *
 * @param concurrency threads per consumer; at most as many as a topic has partitions are of use
 * @param longestPause between two attempts at a message that meets a temporary failure
 * @param appliedKept how long it is remembered that a message was applied; longer than topics keep messages
 */
@ConfigurationProperties("lethe.receiving")
record ReceivingProperties(
        @DefaultValue("1") int concurrency,
        @DefaultValue("5s") Duration longestPause,
        @DefaultValue("120d") Duration appliedKept) {}
