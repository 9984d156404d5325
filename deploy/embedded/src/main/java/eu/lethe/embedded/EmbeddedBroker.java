package eu.lethe.embedded;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;

/** Understands a Kafka broker of our own, its own controller, in this JVM. */
public final class EmbeddedBroker implements AutoCloseable {
    private static final int NODE = 1;
    private static final String CONTROLLER = "CONTROLLER";

    private final KafkaRaftServer server;
    private final int port;
    private final @Nullable Path temporary;

    private EmbeddedBroker(KafkaRaftServer server, int port, @Nullable Path temporary) {
        this.server = server;
        this.port = port;
        this.temporary = temporary;
    }

    /** Starts on a directory that stays; formats it the first time. */
    public static EmbeddedBroker persistent(Path directory, int port) {
        return start(directory, port, null);
    }

    /** Starts on a free port and a directory that goes when the broker is closed. */
    public static EmbeddedBroker temporary() {
        Path directory = TemporaryDirectory.create("kafka");
        return start(directory, FreePort.find(), directory);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public void awaitShutdown() {
        server.awaitShutdown();
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        if (temporary != null) {
            TemporaryDirectory.remove(temporary);
        }
    }

    private static EmbeddedBroker start(Path directory, int port, @Nullable Path temporary) {
        if (!Files.exists(directory.resolve("meta.properties"))) {
            format(directory);
        }
        var server = new KafkaRaftServer(new KafkaConfig(settings(directory, port)), Time.SYSTEM);
        server.startup();
        return new EmbeddedBroker(server, port, temporary);
    }

    private static void format(Path directory) {
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setNodeId(NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName(CONTROLLER)
                    .setMetadataLogDirectory(directory.toString())
                    .addDirectory(directory.toString())
                    .run();
        } catch (Exception e) {
            throw new IllegalStateException("Kafka's directory could not be formatted: " + directory, e);
        }
    }

    private static Map<String, String> settings(Path directory, int port) {
        // The quorum is this process alone, so its port may differ at each start.
        int controllerPort = FreePort.find();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", String.valueOf(NODE));
        settings.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        settings.put("controller.listener.names", CONTROLLER);
        settings.put(
                "listeners", "PLAINTEXT://127.0.0.1:%d,%s://127.0.0.1:%d".formatted(port, CONTROLLER, controllerPort));
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,%s:PLAINTEXT".formatted(CONTROLLER));
        settings.put("log.dirs", directory.toString());
        settings.put("num.partitions", "12");
        settings.put("default.replication.factor", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("log.retention.hours", String.valueOf(90 * 24));
        settings.put("group.initial.rebalance.delay.ms", "0");
        // Sized for one machine: the defaults reserve 128 MB of heap for compaction alone.
        settings.put("log.cleaner.dedupe.buffer.size", String.valueOf(8 * 1024 * 1024));
        // Made in full with each of some hundred partitions; this much leads through 350 MB of messages.
        settings.put("log.index.size.max.bytes", String.valueOf(1024 * 1024));
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        return settings;
    }
}
