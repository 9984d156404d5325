package eu.lethe.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Understands where integration tests get PostgreSQL and Kafka: one of each per JVM, started when first asked for. */
public final class TestInfrastructure {
    private static final AtomicInteger SEQUENCE = new AtomicInteger();

    private TestInfrastructure() {}

    /**
     * What a Spring Boot application needs to run on the shared servers: a fresh database as datasource, the broker, and a
     * consumer group of its own.
     *
     * @param service {@code case}, {@code consent}, {@code retention} or {@code reporting}
     */
    public static Map<String, String> propertiesFor(String service) {
        DatabaseAddress database = freshDatabase(service);
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("spring.datasource.url", database.url());
        properties.put("spring.datasource.username", database.username());
        properties.put("spring.datasource.password", database.password());
        // on this machine, with passwords that everybody knows
        properties.put("lethe.local", "true");
        properties.put("lethe.service.secret", "test");
        properties.put("spring.datasource.hikari.maximum-pool-size", "5");
        properties.put("spring.kafka.bootstrap-servers", bootstrapServers());
        properties.put("spring.kafka.consumer.group-id", "%s-%d".formatted(service, SEQUENCE.incrementAndGet()));
        properties.put("lethe.access.keys", keyDirectory(service).toString());
        return properties;
    }

    /** Where the service keeps the key of its journal, away from its database. */
    private static Path keyDirectory(String service) {
        try {
            Path directory = Files.createTempDirectory("lethe-keys-" + service);
            directory.toFile().deleteOnExit();
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new, empty database owned by the service's role. */
    public static DatabaseAddress freshDatabase(String service) {
        String name = "%s_%d".formatted(ServiceDatabases.role(service), SEQUENCE.incrementAndGet());
        return Servers.shared().database(name, service);
    }

    public static String bootstrapServers() {
        return Servers.shared().bootstrapServers();
    }

    /** Deletes every topic, so that what follows sees no message of an earlier test. */
    public static void emptyTopics() {
        Topics.deleteAll(bootstrapServers());
    }
}
