package eu.lethe.platform.eventstore;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/** Understands which of Axon's auto-configurations do harm here. */
public final class UnwantedAutoConfigurations implements AutoConfigurationImportFilter {

    private static final Set<String> UNWANTED = Set.of(
            // Adds a registry of its own beside Boot's, whose name it knew before Boot 4, and counts there.
            "org.axonframework.springboot.autoconfig.MicrometerMetricsAutoConfiguration",
            // Reports to its makers which versions run here.
            "org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration",
            // Writes down the whole stack before each handler, for the case that it takes long. What handlers wait for,
            // the
            // database and other services, has limits of its own.
            "org.axonframework.springboot.autoconfig.AxonTimeoutAutoConfiguration",
            // Serializes Java classes into XML; events are JSON.
            "org.axonframework.springboot.autoconfig.XStreamAutoConfiguration");

    @Override
    public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
        var wanted = new boolean[candidates.length];
        for (var i = 0; i < candidates.length; i++) {
            wanted[i] = candidates[i] == null || !UNWANTED.contains(candidates[i]);
        }
        return wanted;
    }
}
