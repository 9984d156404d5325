package eu.lethe.platform.publishing;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Understands which topics this service needs and whether they are there. Missing ones are made in the background, for as
 * long as it takes, so that a service starts and works while the broker is away.
 */
public final class Topics implements AutoCloseable {

    /** How the name of a topic of dead letters ends. */
    public static final String DEAD_LETTERS = ".dlt";

    private static final Logger LOG = LoggerFactory.getLogger(Topics.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Map<String, Object> adminSettings;
    private final KafkaTopicProperties properties;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Set<String> missing = new TreeSet<>();
    private final Set<String> present = new TreeSet<>();
    private boolean working;
    private boolean closed;

    Topics(Map<String, Object> adminSettings, KafkaTopicProperties properties) {
        this.adminSettings = adminSettings;
        this.properties = properties;
    }

    /** Says that topics are needed. Returns at once. */
    public void need(Collection<String> topics) {
        lock.lock();
        try {
            topics.stream().filter(topic -> !present.contains(topic)).forEach(missing::add);
            makeInBackground();
        } finally {
            lock.unlock();
        }
    }

    /** Says that the broker failed: it is looked up again, and what it lost is made anew. */
    void doubt() {
        lock.lock();
        try {
            missing.addAll(present);
            present.clear();
            makeInBackground();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the broker answered and has every topic that is needed; says whether it did. */
    boolean awaitAll(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            var left = atMost.toNanos();
            while (!missing.isEmpty() && left > 0) {
                left = changed.awaitNanos(left);
            }
            return missing.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    private void makeInBackground() {
        if (!working && !closed && !missing.isEmpty()) {
            working = true;
            Thread.ofVirtual().name("topics").start(this::makeAll);
        }
    }

    private void makeAll() {
        var told = false;
        for (var topics = stillMissing(); !topics.isEmpty(); topics = stillMissing()) {
            try {
                make(topics);
                arePresent(topics);
                told = false;
            } catch (KafkaException | ExecutionException failure) {
                if (!told) {
                    LOG.warn("topics cannot be made, and events not published, yet: {}", nameOf(failure));
                    told = true;
                }
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static String nameOf(Exception failure) {
        return (failure.getCause() == null ? failure : failure.getCause())
                .getClass()
                .getSimpleName();
    }

    private List<String> stillMissing() {
        lock.lock();
        try {
            if (closed || missing.isEmpty()) {
                working = false;
                return List.of();
            }
            return List.copyOf(missing);
        } finally {
            lock.unlock();
        }
    }

    private void make(List<String> topics) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(adminSettings)) {
            // In a cluster others may make the topics, and this service may not.
            var there = admin.listTopics().names().get();
            var absent = topics.stream().filter(topic -> !there.contains(topic)).map(this::described);
            for (var made : admin.createTopics(absent.toList()).values().entrySet()) {
                if (isNew(made.getValue())) {
                    LOG.info("made topic {}", made.getKey());
                }
            }
        }
    }

    private static boolean isNew(KafkaFuture<Void> made) throws ExecutionException, InterruptedException {
        try {
            made.get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw e;
        }
    }

    private NewTopic described(String topic) {
        return new NewTopic(topic, Optional.of(partitionsOf(topic)), Optional.ofNullable(properties.replication()))
                .configs(Map.of(
                        TopicConfig.RETENTION_MS_CONFIG,
                        String.valueOf(properties.retention().toMillis())));
    }

    /** Dead letters are few, and looked at one after the other. */
    private int partitionsOf(String topic) {
        return topic.endsWith(DEAD_LETTERS) ? 1 : properties.partitions();
    }

    private void arePresent(List<String> topics) {
        lock.lock();
        try {
            topics.forEach(missing::remove);
            present.addAll(topics);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
