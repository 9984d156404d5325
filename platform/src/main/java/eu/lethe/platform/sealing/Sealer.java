package eu.lethe.platform.sealing;

import eu.lethe.contracts.events.EventJson;
import eu.lethe.contracts.sealing.Jwe;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.contracts.sealing.SealedField;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
     * Seals a value for a field of a record, under the current key of its subject.
     *
     * @throws KeyRefused when the person's key is suspended, destroyed or unknown
     * @throws KeysUnavailable when the key is not held and retention-service is away
     */
    public <T> Sealed<T> seal(UUID personId, SealedField<T> field, UUID recordId, Clear<T> clear) {
        var key = keys.current(personId, field.compartment());
        Sealed<T> sealed = Jwe.seal(key, field.in(recordId), json.writeValueAsBytes(clear.value()));
        meters.counter("lethe.sealed", "compartment", field.compartment().code())
                .increment();
        return sealed;
    }

    /** Like {@link #seal}, where there may be nothing to seal. */
    public <T> @Nullable Sealed<T> sealAny(
            UUID personId, SealedField<T> field, UUID recordId, @Nullable Clear<T> clear) {
        return clear == null ? null : seal(personId, field, recordId, clear);
    }

    /**
     * Seals a document as a stream, in constant memory, under the current key of its subject. Both streams stay open. When the
     * key is taken away meanwhile, it ends with the refusal.
     *
     * @return the key it is sealed under, to be kept beside it
     * @throws KeyRefused when the person's key is suspended, destroyed or unknown
     * @throws KeysUnavailable when the key is not held and retention-service is away
     */
    public KeyId sealStream(UUID personId, SealedField<?> field, UUID recordId, InputStream clear, OutputStream sealed)
            throws IOException {
        var key = keys.current(personId, field.compartment());
        new SealedStream(key, field.in(recordId), () -> keys.byId(key.id())).seal(clear, sealed);
        meters.counter("lethe.sealed", "compartment", key.id().compartment().code())
                .increment();
        return key.id();
    }
}
