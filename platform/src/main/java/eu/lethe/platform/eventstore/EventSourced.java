package eu.lethe.platform.eventstore;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * Marks an aggregate whose truth is its events: cached in memory, and snapshotted when its stream grows long.
 *
 * <p>The snapshot is the JSON of all its fields, so they hold what events hold: ids, times, codes and sealed values. The
 * handler of the event that remains after pruning sets the aggregate's identifier, as does the handler of the first.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Aggregate(
        cache = EventStoreAutoConfiguration.CACHE,
        snapshotTriggerDefinition = EventStoreAutoConfiguration.SNAPSHOT_TRIGGER)
public @interface EventSourced {}
