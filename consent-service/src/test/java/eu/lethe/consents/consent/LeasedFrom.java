package eu.lethe.consents.consent;

import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.platform.sealing.KeyLeases;
import eu.lethe.platform.sealing.Sealer;
import eu.lethe.platform.sealing.SealingAutoConfiguration;
import eu.lethe.testkit.KeyRing;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The platform's own sealer, with keys leased from a ring in memory. */
final class LeasedFrom implements KeyLeases {

    private final KeyRing keys;

    private LeasedFrom(KeyRing keys) {
        this.keys = keys;
    }

    static Sealer the(KeyRing keys) {
        var context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("lethe.retention.url", "unused")));
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(KeyLeases.class, () -> new LeasedFrom(keys));
        context.register(SealingAutoConfiguration.class);
        context.refresh();
        return context.getBean(Sealer.class);
    }

    @Override
    public Answer lease(Collection<KeyId> kids, Collection<Current> current) {
        return new Answer(
                current.stream()
                        .map(one -> keys.key(one.personId(), one.compartment()))
                        .toList(),
                List.of());
    }

    @Override
    public List<UUID> reserve(int count) {
        throw new UnsupportedOperationException("consent-service makes no persons");
    }

    @Override
    public UUID passing(Instant endsAt) {
        throw new UnsupportedOperationException("consent-service keeps no drafts");
    }
}
