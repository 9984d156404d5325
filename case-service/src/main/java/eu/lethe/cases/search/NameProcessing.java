package eu.lethe.cases.search;

import eu.lethe.platform.sealing.LeasedKeys;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the index of names: its events are processed by each instance, from where the building ended. */
@Configuration(proxyBeanMethods = false)
class NameProcessing {

    static final String NAMES = "names";

    /** Understands with which event the index goes on once it is built. */
    static final class StartingPoint {

        private final AtomicReference<@Nullable TrackingToken> token = new AtomicReference<>();

        void set(@Nullable TrackingToken position) {
            token.set(position);
        }

        @Nullable TrackingToken get() {
            return token.get();
        }
    }

    @Bean(destroyMethod = "close")
    NameIndex nameIndex(LeasedKeys keys, MeterRegistry meters) {
        var index = new NameIndex(keys::usable);
        meters.gauge("lethe.search.names", index, NameIndex::size);
        return index;
    }

    @Bean
    StartingPoint startingPoint() {
        return new StartingPoint();
    }

    @Bean
    ConfigurerModule nameProcessor(StartingPoint startingPoint) {
        return configurer -> configurer
                .eventProcessing()
                .registerTokenStore(NAMES, _ -> new InMemoryTokenStore())
                .registerTrackingEventProcessorConfiguration(
                        NAMES,
                        _ -> TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                                .andAutoStart(false)
                                .andInitialTrackingToken(_ -> startingPoint.get()));
    }
}
