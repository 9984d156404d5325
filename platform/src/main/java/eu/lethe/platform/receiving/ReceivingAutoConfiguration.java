package eu.lethe.platform.receiving;

import eu.lethe.contracts.events.EventTypes;
import eu.lethe.platform.publishing.AcknowledgedProducer;
import eu.lethe.platform.publishing.PublishingAutoConfiguration;
import eu.lethe.platform.publishing.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.RestClient;

/** Wires a consumer for every {@link Subscription} among the beans. */
@AutoConfiguration(after = PublishingAutoConfiguration.class)
@EnableConfigurationProperties(ReceivingProperties.class)
public class ReceivingAutoConfiguration {

    @Bean
    AppliedMessages appliedMessages(JdbcClient database, ReceivingProperties properties) {
        return new AppliedMessages(database, properties.appliedKept());
    }

    /** What could not be applied, by whom it is about. */
    @Bean
    KeptAside keptAside(JdbcClient database) {
        return new KeptAside(database);
    }

    @Bean
    KeptQueue keptQueue(JdbcClient database) {
        return new KeptQueue(database);
    }

    /** What failed, to be seen and applied again. */
    @Bean
    @ConditionalOnProperty("lethe.api.prefix")
    FailedMessagesResource failedMessagesResource(
            KeptQueue queue,
            KeptAside keptAside,
            AppliedMessages applied,
            Subscriptions subscriptions,
            PlatformTransactionManager transactions) {
        return new FailedMessagesResource(
                queue,
                new Replay(queue, keptAside, applied, subscriptions.onceEach(), new TransactionTemplate(transactions)));
    }

    /** How far behind its topics the service is. */
    @Bean
    Backlog backlog(
            ObjectProvider<Subscription> subscriptions,
            KafkaProperties kafka,
            @Value("${lethe.service.name}") String service) {
        var group = Objects.requireNonNullElse(kafka.getConsumer().getGroupId(), service);
        return new Backlog(
                kafka.buildAdminProperties(),
                () -> subscriptions.stream()
                        .filter(subscription -> subscription.delivery() == Subscription.Delivery.ONCE_PER_SERVICE)
                        .collect(Collectors.toMap(
                                subscription -> group + "." + subscription.consumer(), Subscription::topics)));
    }

    /** Who published an event is asked at {@code lethe.<domain>.url}. */
    @Bean
    PublishersWord publishersWord(
            EventTypes types, ObjectProvider<RestClient.Builder> serviceClient, Environment settings) {
        return new PublishersWord(types, domain -> {
            var url = settings.getProperty("lethe." + domain + ".url");
            return url == null
                    ? null
                    : serviceClient.getObject().clone().baseUrl(url).build();
        });
    }

    /** How far the database has come. */
    @Bean
    Places places(JdbcClient database) {
        return new Places(database);
    }

    @Bean
    Subscriptions subscriptions(
            ObjectProvider<Subscription> subscriptions,
            KafkaProperties kafka,
            ReceivingProperties properties,
            Topics topics,
            AcknowledgedProducer producer,
            EventTypes types,
            PublishersWord word,
            KeptAside keptAside,
            AppliedMessages applied,
            Places places,
            PlatformTransactionManager transactions,
            MeterRegistry meters,
            @Value("${lethe.service.name}") String service) {
        return new Subscriptions(
                subscriptions.orderedStream().toList(),
                kafka.buildConsumerProperties(),
                Objects.requireNonNullElse(kafka.getConsumer().getGroupId(), service),
                service,
                properties,
                topics,
                producer,
                new MessageReader(types),
                word,
                keptAside,
                applied,
                places,
                new TransactionTemplate(transactions),
                meters);
    }
}
