package eu.lethe.platform.sealing;

import eu.lethe.contracts.events.EventJson;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.Jwe;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.contracts.sealing.SealingContext;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Understands how clear data becomes sealed data, the moment it enters. */
public final class Sealer {

    private final LeasedKeys keys;
    private final MeterRegistry meters;
    private final JsonMapper json = EventJson.mapper();

    Sealer(LeasedKeys keys, MeterRegistry meters) {
        this.keys = keys;
        this.meters = meters;
    }

    /**
     * Seals a value under the current key of its subject.
     *
     * @throws KeyRefused when the person's key is suspended, destroyed or unknown
     * @throws KeysUnavailable when the key is not held and retention-service is away
     */
    public <T> Sealed<T> seal(UUID personId, Compartment compartment, SealingContext context, Clear<T> clear) {
        Sealed<T> sealed =
                Jwe.seal(keys.current(personId, compartment), context, json.writeValueAsBytes(clear.value()));
        meters.counter("lethe.sealed", "compartment", compartment.code()).increment();
        return sealed;
    }
}
