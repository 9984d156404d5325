package eu.lethe.platform.receiving;

import eu.lethe.platform.publishing.AcknowledgedProducer;
import eu.lethe.platform.publishing.Topics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionOperations;

/** Runs the service's subscriptions. */
final class Subscriptions implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Subscriptions.class);
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
    /** A process that was killed keeps its partitions from its successor for this long. */
    private static final int SESSION_MILLIS = 10_000;
    /**
     * While many messages come, they are taken together: asking for each one, and noting each one's place, costs more than
     * what most of them are about. The first after a pause does not wait.
     */
    private static final int BETWEEN_POLLS_MILLIS = 50;
    /** What is applied together keeps its locks until the last is applied. */
    private static final int MOST_TOGETHER = 200;

    private final Map<String, Object> consumerSettings;
    private final String group;
    private final String service;
    private final ReceivingProperties properties;
    private final Topics topics;
    private final AcknowledgedProducer producer;
    private final MessageReader reader;
    private final PublishersWord word;
    private final KeptAside keptAside;
    private final AppliedMessages applied;
    private final Places places;
    private final TransactionOperations transaction;
    private final MeterRegistry meters;
    private final List<Rehearing> rehearings = new ArrayList<>();
    private final Map<String, AppliedOncePerService> onceEach = new HashMap<>();
    private final List<ConcurrentMessageListenerContainer<byte[], byte[]>> containers;
    private volatile boolean running;

    /**
     * @param group what the names of the consumer groups begin with
     * @param service what the names of the dead-letter topics hold
     */
    Subscriptions(
            List<Subscription> subscriptions,
            Map<String, Object> consumerSettings,
            String group,
            String service,
            ReceivingProperties properties,
            Topics topics,
            AcknowledgedProducer producer,
            MessageReader reader,
            PublishersWord word,
            KeptAside keptAside,
            AppliedMessages applied,
            Places places,
            TransactionOperations transaction,
            MeterRegistry meters) {
        this.consumerSettings = consumerSettings;
        this.group = group;
        this.service = service;
        this.properties = properties;
        this.topics = topics;
        this.producer = producer;
        this.reader = reader;
        this.word = word;
        this.keptAside = keptAside;
        this.applied = applied;
        this.places = places;
        this.transaction = transaction;
        this.meters = meters;
        check(subscriptions);
        containers = subscriptions.stream().map(this::container).toList();
    }

    /** Those that apply each message once, by the names of their consumers. */
    Map<String, AppliedOncePerService> onceEach() {
        return Map.copyOf(onceEach);
    }

    private static void check(List<Subscription> subscriptions) {
        var names = new HashSet<String>();
        for (var subscription : subscriptions) {
            var name = subscription.consumer();
            if (!NAME.matcher(name).matches() || !names.add(name)) {
                throw new IllegalStateException(
                        "a subscription needs a name of its own, lower case with hyphens: " + name);
            }
        }
    }

    private ConcurrentMessageListenerContainer<byte[], byte[]> container(Subscription subscription) {
        var consumer = service + "." + subscription.consumer();
        var rehearing = new Rehearing(consumer, places);
        var container = new ConcurrentMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<byte[], byte[]>(settings(subscription, rehearing)),
                properties(subscription, consumer));
        container.setBeanName(consumer);
        topics.need(subscription.topics());
        switch (subscription.delivery()) {
            case ONCE_PER_SERVICE -> {
                topics.need(subscription.topics().stream()
                        .map(topic -> DeadLetters.topicOf(topic, consumer))
                        .toList());
                rehearings.add(rehearing);
                container.getContainerProperties().setConsumerRebalanceListener(rehearing);
                container.setConcurrency(properties.concurrency());
                container.setCommonErrorHandler(FailedMessages.handler(
                        consumer, new DeadLetters(consumer, producer, keptAside, meters), properties.longestPause()));
            }
            case EVERY_INSTANCE ->
                container.setCommonErrorHandler(
                        FailedMessages.passingOver((_, failure) -> passedOver(consumer, failure)));
        }
        Gauge.builder("lethe.receiving.lag", container, Subscriptions::messagesBehind)
                .description("messages that wait for the consumer")
                .tag("consumer", consumer)
                .register(meters);
        return container;
    }

    private ContainerProperties properties(Subscription subscription, String consumer) {
        var settings = new ContainerProperties(subscription.topics().toArray(String[]::new));
        settings.setGroupId(groupOf(subscription));
        settings.setMissingTopicsFatal(false);
        settings.setIdleBetweenPolls(BETWEEN_POLLS_MILLIS);
        var messages = new SubscribedMessages(subscription, consumer, reader, meters);
        settings.setMessageListener(
                switch (subscription.delivery()) {
                    case ONCE_PER_SERVICE ->
                        onceEach.computeIfAbsent(
                                consumer,
                                _ -> new AppliedOncePerService(
                                        subscription, consumer, messages, word, applied, keptAside, transaction));
                    case EVERY_INSTANCE -> new HandledByEveryInstance(subscription, messages);
                });
        return settings;
    }

    private String groupOf(Subscription subscription) {
        var name = group + "." + subscription.consumer();
        return switch (subscription.delivery()) {
            case ONCE_PER_SERVICE -> name;
            case EVERY_INSTANCE -> name + "." + UUID.randomUUID();
        };
    }

    private Map<String, Object> settings(Subscription subscription, Rehearing rehearing) {
        var settings = new HashMap<>(consumerSettings);
        if (subscription.delivery() == Subscription.Delivery.ONCE_PER_SERVICE) {
            settings.put(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG, Rehearing.Committed.class.getName());
            settings.put(Rehearing.SETTING, rehearing);
        }
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_TOGETHER);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
        // A topic made after the consumer started is seen within this time.
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5_000);
        settings.put(
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                switch (subscription.delivery()) {
                    case ONCE_PER_SERVICE -> "earliest";
                    case EVERY_INSTANCE -> "latest";
                });
        return settings;
    }

    private void passedOver(String consumer, Exception failure) {
        LOG.error("{} failed at a message and goes on", consumer);
        DeadLetters.countForged(failure, consumer, meters);
        Counter.builder("lethe.passed.over")
                .description("messages that an instance could not handle")
                .tag("consumer", consumer)
                .register(meters)
                .increment();
    }

    private static double messagesBehind(ConcurrentMessageListenerContainer<?, ?> container) {
        return container.metrics().values().stream()
                .flatMap(ofClient -> ofClient.values().stream())
                .filter(metric -> metric.metricName().name().equals("records-lag")
                        && metric.metricName().tags().containsKey("partition"))
                .map(Metric::metricValue)
                .filter(Double.class::isInstance)
                .mapToDouble(value -> (Double) value)
                .filter(lag -> !Double.isNaN(lag))
                .sum();
    }

    @Scheduled(fixedDelayString = "PT5S")
    void writePlaces() {
        rehearings.forEach(Rehearing::write);
    }

    @Override
    public void start() {
        containers.forEach(ConcurrentMessageListenerContainer::start);
        running = true;
    }

    @Override
    public void stop() {
        containers.parallelStream().forEach(ConcurrentMessageListenerContainer::stop);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
