package eu.lethe.platform.sealing;

import eu.lethe.contracts.events.EventJson;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.Jwe;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.contracts.sealing.SealingContext;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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

    /**
     * Seals a document as a stream, in constant memory, under the current key of its subject. Both streams stay open. When the
     * key is taken away meanwhile, it ends with the refusal.
     *
     * @return the key it is sealed under, to be kept beside it
     * @throws KeyRefused when the person's key is suspended, destroyed or unknown
     * @throws KeysUnavailable when the key is not held and retention-service is away
     */
    public KeyId sealStream(
            UUID personId, Compartment compartment, SealingContext context, InputStream clear, OutputStream sealed)
            throws IOException {
        var key = keys.current(personId, compartment);
        new SealedStream(key, context, () -> keys.byId(key.id())).seal(clear, sealed);
        meters.counter("lethe.sealed", "compartment", compartment.code()).increment();
        return key.id();
    }
}
