package eu.lethe.cases.running;

import eu.lethe.contracts.events.EventJson;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.ContentKey;
import eu.lethe.contracts.sealing.Jwe;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.contracts.sealing.SealedField;
import eu.lethe.contracts.sealing.SealingContext;
import eu.lethe.platform.sealing.Clear;
import eu.lethe.platform.sealing.KeyLeases;
import eu.lethe.platform.sealing.KeyRefused;
import eu.lethe.platform.sealing.LeasedKeys;
import eu.lethe.platform.sealing.Opener;
import eu.lethe.platform.sealing.Sealer;
import eu.lethe.platform.sealing.SealingAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** Real sealing with keys made on the spot; the keys of a suspended person are refused, and those destroyed. */
public final class KeysInMemory implements KeyLeases, AutoCloseable {

    private static final JsonMapper JSON = EventJson.mapper();

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final List<UUID> suspended = new ArrayList<>();
    private final Map<Current, Integer> destroyed = new HashMap<>();

    /** Starts. */
    public KeysInMemory() {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("lethe.retention.url", "http://127.0.0.1:1")));
        context.registerBean(KeyLeases.class, () -> this);
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.register(SealingAutoConfiguration.class);
        context.refresh();
    }

    /** Seals. */
    public Sealer sealer() {
        return context.getBean(Sealer.class);
    }

    /** Opens. */
    public Opener opener() {
        return context.getBean(Opener.class);
    }

    /** Seals for a place that the test spells itself. */
    @SuppressWarnings("unchecked")
    public <T> Sealed<T> seal(UUID personId, Compartment compartment, SealingContext place, Clear<T> clear) {
        var field = new SealedField<>(place.field(), compartment, (Class<T>) Object.class);
        return sealer().seal(personId, field, place.recordId(), clear);
    }

    /** Opens what a test finds where it expects it. */
    public <T> T open(Sealed<T> sealed, SealingContext place, Class<T> type) {
        var keyId = sealed.keyId();
        return JSON.readValue(Jwe.open(new ContentKey(keyId, secretOf(keyId.compartment())), place, sealed), type);
    }

    /** Refuses the person's keys from now on. */
    public void suspend(UUID personId) {
        suspended.add(personId);
    }

    /** Destroys the person's keys of a compartment so far; what is sealed from now on is sealed under the next. */
    public void destroy(UUID personId, Compartment compartment) {
        destroyed.merge(new Current(personId, compartment), 1, Integer::sum);
        context.getBean(LeasedKeys.class).evict(personId, List.of(compartment));
    }

    private int generationsGone(UUID personId, Compartment compartment) {
        return destroyed.getOrDefault(new Current(personId, compartment), 0);
    }

    @Override
    public Answer lease(Collection<KeyId> kids, Collection<Current> current) {
        var keys = new ArrayList<ContentKey>();
        var refusals = new ArrayList<KeyRefused>();
        kids.forEach(kid -> lease(kid, keys, refusals));
        current.forEach(wanted -> {
            var generation = generationsGone(wanted.personId(), wanted.compartment()) + 1;
            lease(new KeyId(wanted.personId(), wanted.compartment(), generation), keys, refusals);
        });
        return new Answer(keys, refusals);
    }

    private void lease(KeyId kid, List<ContentKey> keys, List<KeyRefused> refusals) {
        if (suspended.contains(kid.personId())) {
            refusals.add(new KeyRefused(kid.personId(), kid.compartment(), KeyRefused.Cause.SUSPENDED));
        } else if (kid.generation() <= generationsGone(kid.personId(), kid.compartment())) {
            refusals.add(new KeyRefused(kid.personId(), kid.compartment(), KeyRefused.Cause.DESTROYED));
        } else {
            keys.add(new ContentKey(kid, secretOf(kid.compartment())));
        }
    }

    private static byte[] secretOf(Compartment compartment) {
        var secret = new byte[ContentKey.LENGTH];
        secret[0] = (byte) compartment.hashCode();
        return secret;
    }

    @Override
    public List<UUID> reserve(int count) {
        throw new UnsupportedOperationException("no test here needs a reserve");
    }

    @Override
    public UUID passing(Instant endsAt) {
        throw new UnsupportedOperationException("no test here needs a key that passes");
    }

    @Override
    public void close() {
        context.close();
    }
}
