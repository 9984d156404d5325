package eu.lethe.platform.publishing;

import eu.lethe.contracts.events.EventTypes;
import eu.lethe.platform.eventstore.EventStoreAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what speaks to Kafka's brokers, and publishing unless {@code lethe.publishing.enabled} is false. */
@AutoConfiguration(after = {EventStoreAutoConfiguration.class, KafkaAutoConfiguration.class})
@EnableConfigurationProperties(KafkaTopicProperties.class)
public class PublishingAutoConfiguration {

    /** The topics of this service. */
    @Bean
    Topics topics(KafkaProperties kafka, KafkaTopicProperties properties) {
        var settings = new HashMap<>(kafka.buildAdminProperties());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
        return new Topics(settings, properties);
    }

    /** Sends to Kafka. */
    @Bean
    AcknowledgedProducer acknowledgedProducer(KafkaProperties kafka) {
        return new AcknowledgedProducer(kafka.buildProducerProperties());
    }

    /** Events as others see them. */
    @Bean
    CloudEvents cloudEvents(EventTypes types, @Value("${lethe.service.name}") String service) {
        return new CloudEvents(types, service);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "lethe.publishing.enabled", matchIfMissing = true)
    static class Publishing {

        /** Large enough to catch up quickly, small enough to be acknowledged well within the producer's time. */
        private static final int BATCH = 500;

        @Bean
        WhenEventStoredThenPublish whenEventStoredThenPublish(
                CloudEvents cloudEvents, AcknowledgedProducer producer, Topics topics, MeterRegistry meters) {
            return new WhenEventStoredThenPublish(cloudEvents, producer, topics, meters);
        }

        @Bean
        ConfigurerModule publishingProcessor(
                Topics topics, EventTypes types, @Value("${lethe.service.name}") String service) {
            topics.need(types.all().stream()
                    .filter(event -> types.isPublishedBy(service, event))
                    .map(types::topicOf)
                    .distinct()
                    .toList());
            return configurer -> configurer
                    .eventProcessing()
                    .registerTrackingEventProcessor(
                            WhenEventStoredThenPublish.PROCESSOR,
                            axon -> new HeldBackEvents(axon.eventStore(), topics),
                            _ -> TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                                    .andBatchSize(BATCH)
                                    // Axon's default takes what it finds at its first start for a replay.
                                    .andInitialTrackingToken(StreamableMessageSource::createTailToken));
        }

        @Bean
        PublishingLag publishingLag(EventProcessingConfiguration processors, EventStore events) {
            return new PublishingLag(processors, events);
        }
    }
}
