package eu.lethe.platform.feed;

import eu.lethe.platform.publishing.CloudEvents;
import eu.lethe.platform.publishing.PublishingAutoConfiguration;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the feed of a service that publishes events and has an API ({@code lethe.api.prefix}). */
@AutoConfiguration(after = PublishingAutoConfiguration.class)
@ConditionalOnProperty("lethe.api.prefix")
@ConditionalOnProperty(name = "lethe.publishing.enabled", matchIfMissing = true)
public class FeedAutoConfiguration {

    @Bean
    FeedResource feedResource(
            EventStorageEngine storage, CloudEvents cloudEvents, @Value("${lethe.api.prefix}") String prefix) {
        return new FeedResource(new StoredEvents(storage, cloudEvents), prefix);
    }

    @Bean
    RecordedResource recordedResource(JdbcClient database, EventStorageEngine storage, CloudEvents cloudEvents) {
        return new RecordedResource(new RecordedEvents(database, storage, cloudEvents));
    }
}
