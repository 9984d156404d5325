package eu.lethe.platform.eventstore;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Understands how the event store is tuned.
 *
 * @param gapTimeout how long an append may take to commit; younger rows are never pruned, and a gap in the global index
 *     is waited for that long
 * @param snapshotAfter the number of events of an aggregate after which its state is stored
 * @param cachedAggregates how many aggregates are kept in memory
 * @param attempts how often a command is tried when another writer wins the race for its aggregate
 */
@ConfigurationProperties("lethe.events")
record EventStoreProperties(
        @DefaultValue("60s") Duration gapTimeout,
        @DefaultValue("100") int snapshotAfter,
        @DefaultValue("500") int cachedAggregates,
        @DefaultValue("5") int attempts) {}
