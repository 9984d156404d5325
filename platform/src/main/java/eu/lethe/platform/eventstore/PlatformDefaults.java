package eu.lethe.platform.eventstore;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.support.ResourcePropertySource;

/** Understands the settings that a service gets unless it says otherwise: {@code lethe-platform.properties}. */
public final class PlatformDefaults implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        try {
            environment.getPropertySources().addLast(new ResourcePropertySource("classpath:lethe-platform.properties"));
        } catch (IOException missing) {
            throw new UncheckedIOException("the platform's defaults cannot be read", missing);
        }
    }
}
