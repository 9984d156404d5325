package eu.lethe.platform.receiving;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.lethe.platform.publishing.AcknowledgedProducer;
import eu.lethe.platform.publishing.Topics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;

/**
 * Keeps aside what a consumer cannot apply: the message as it came, its sealed fields sealed, on a topic of its own, and a
 * code that says why. No text of an exception goes with it, since texts quote.
 */
final class DeadLetters implements ConsumerRecordRecoverer {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final String consumer;
    private final AcknowledgedProducer producer;
    private final KeptAside keptAside;
    private final MeterRegistry meters;

    DeadLetters(String consumer, AcknowledgedProducer producer, KeptAside keptAside, MeterRegistry meters) {
        this.consumer = consumer;
        this.producer = producer;
        this.keptAside = keptAside;
        this.meters = meters;
    }

    /** The dead-letter topic of a consumer. */
    static String topicOf(String topic, String consumer) {
        return topic + "." + consumer + Topics.DEAD_LETTERS;
    }

    @Override
    @SuppressWarnings("unchecked") // the containers that call this consume bytes
    public void accept(ConsumerRecord<?, ?> message, Exception failure) {
        note((ConsumerRecord<byte[], byte[]>) message, failure);
        keep((ConsumerRecord<byte[], byte[]>) message, Failure.codeOf(failure));
        countForged(failure, consumer, meters);
        LOG.error(
                "{} cannot apply {}-{}@{}: {}",
                consumer,
                message.topic(),
                message.partition(),
                message.offset(),
                describe(failure));
    }

    private void note(ConsumerRecord<byte[], byte[]> message, Exception failure) {
        if (Failure.causes(failure).anyMatch(ForgedMessage.class::isInstance)) {
            keptAside.forged(consumer, message, Failure.codeOf(failure));
        } else {
            keptAside.failed(consumer, message, Failure.codeOf(failure));
        }
    }

    private void keep(ConsumerRecord<byte[], byte[]> message, String code) {
        var dead = new ProducerRecord<>(topicOf(message.topic(), consumer), null, message.key(), message.value());
        message.headers().forEach(dead.headers()::add);
        dead.headers()
                .add("lethe_error", code.getBytes(UTF_8))
                .add(
                        "lethe_origin",
                        (message.topic() + "-" + message.partition() + "@" + message.offset()).getBytes(UTF_8));
        var batch = producer.batch();
        batch.add(dead);
        batch.join();
        Counter.builder("lethe.dead.lettered")
                .description("messages that could not be applied")
                .tag("consumer", consumer)
                .tag("code", code)
                .register(meters)
                .increment();
    }

    /** Somebody writes to the broker who should not: an operator wants to know by itself, at once. */
    static void countForged(Exception failure, String consumer, MeterRegistry meters) {
        Failure.causes(failure)
                .filter(ForgedMessage.class::isInstance)
                .findFirst()
                .ifPresent(forged -> Counter.builder("lethe.forged")
                        .description("messages that the service whose topic it is did not write")
                        .tag("consumer", consumer)
                        .tag("code", Failure.codeOf(failure))
                        .register(meters)
                        .increment());
    }

    /** What failed and where, without the messages. */
    private static String describe(Exception failure) {
        var root = Failure.causes(failure).reduce(failure, (_, cause) -> cause);
        var at = root.getStackTrace();
        return Failure.codeOf(failure) + ", " + root.getClass().getName() + (at.length == 0 ? "" : " at " + at[0]);
    }
}
