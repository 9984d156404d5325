package eu.lethe.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Understands servers in containers, for machines with a container engine; Testcontainers removes them with the JVM. */
final class ContainerServers implements Servers {
    private @Nullable PostgreSQLContainer database;
    private @Nullable KafkaContainer broker;

    @Override
    public synchronized DatabaseAddress database(String name, String service) {
        PostgreSQLContainer running = runningDatabase();
        String password = EmbeddedDatabase.LOCAL_PASSWORD;
        try (Connection superuser =
                DriverManager.getConnection(running.getJdbcUrl(), running.getUsername(), running.getPassword())) {
            var databases = new ServiceDatabases(superuser, password);
            databases.createRoles();
            databases.createDatabase(name, service);
        } catch (SQLException e) {
            throw new IllegalStateException("The database " + name + " could not be made", e);
        }
        String url = "jdbc:postgresql://%s:%d/%s?reWriteBatchedInserts=true"
                .formatted(running.getHost(), running.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT), name);
        return new DatabaseAddress(url, ServiceDatabases.role(service), password);
    }

    @Override
    public synchronized String bootstrapServers() {
        KafkaContainer running = broker;
        if (running == null) {
            running = new KafkaContainer("apache/kafka-native:4.2.0")
                    .withEnv("KAFKA_NUM_PARTITIONS", "12")
                    .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
            running.start();
            broker = running;
        }
        return running.getBootstrapServers();
    }

    private PostgreSQLContainer runningDatabase() {
        PostgreSQLContainer running = database;
        if (running == null) {
            running = new PostgreSQLContainer("postgres:18");
            running.start();
            database = running;
        }
        return running;
    }
}
