package eu.lethe.platform.eventstore;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Understands the settings that a service gets unless it says otherwise. */
public final class PlatformDefaults implements EnvironmentPostProcessor {

    private static final Map<String, Object> DEFAULTS = Map.of(
            "axon.serializer.general", "jackson3",
            "axon.serializer.messages", "jackson3",
            "axon.serializer.events", "jackson3",
            // A case file is nobody's telemetry.
            "axon.update-check.disabled", "true",
            "spring.flyway.locations", "classpath:db/platform,classpath:db/migration",
            // The platform's later migrations have lower numbers than the services' present ones.
            "spring.flyway.out-of-order", "true",
            "spring.datasource.hikari.data-source-properties.reWriteBatchedInserts", "true",
            // Both tell at length, again and again, what Topics tells once.
            "logging.level.org.apache.kafka", "WARN",
            "logging.level.org.apache.kafka.clients", "ERROR",
            // PostgreSQL's details quote the row that failed; nothing of a row belongs into an exception.
            "spring.datasource.hikari.data-source-properties.logServerErrorDetail", "false");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new MapPropertySource("lethe-platform", DEFAULTS));
    }
}
