package eu.lethe.platform.sealing;

import eu.lethe.contracts.events.EventJson;
import eu.lethe.contracts.sealing.Jwe;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.contracts.sealing.SealBroken;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.contracts.sealing.SealedField;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Understands how sealed data is opened: with a leased key, in the place it was sealed for, by few and obvious callers. */
public final class Opener {

    private final LeasedKeys keys;
    private final MeterRegistry meters;
    private final JsonMapper json = EventJson.mapper();

    Opener(LeasedKeys keys, MeterRegistry meters) {
        this.keys = keys;
        this.meters = meters;
    }

    /**
     * Opens what was sealed for a field of a record.
     *
     * @throws KeyRefused when its key is suspended, destroyed or unknown
     * @throws KeysUnavailable when the key is not held and retention-service is away
     * @throws SealBroken when the ciphertext was altered or moved
     */
    public <T> T open(SealedField<T> field, UUID recordId, Sealed<T> sealed) {
        var clear = Jwe.open(keys.byId(sealed.keyId()), field.in(recordId), sealed);
        meters.counter(
                        "lethe.opened",
                        "compartment",
                        sealed.keyId().compartment().code())
                .increment();
        try {
            return json.readValue(clear, field.type());
        } catch (JacksonException unreadable) {
            // the parser's own message quotes the clear text
            throw new SealBroken(SealBroken.Flaw.MALFORMED);
        }
    }

    /**
     * Opens what was sealed for a field of a record; empty when nothing was, or its key was destroyed.
     *
     * @throws KeyRefused when its key is suspended or unknown
     * @throws KeysUnavailable when the key is not held and retention-service is away
     */
    public <T> Optional<T> openUnlessDestroyed(SealedField<T> field, UUID recordId, @Nullable Sealed<T> sealed) {
        if (sealed == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(open(field, recordId, sealed));
        } catch (KeyRefused refused) {
            if (refused.reason() == KeyRefused.Cause.DESTROYED) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /**
     * Opens a document that was sealed as a stream, in constant memory. What is read is authentic, and only when the end was
     * reached is it whole: until then, reading may still throw {@link SealBroken}, or
     * {@link KeyRefused} once the key is taken away.
     *
     * @param keyId the key it was sealed under
     * @throws KeyRefused when its key is suspended, destroyed or unknown
     * @throws KeysUnavailable when the key is not held and retention-service is away
     */
    public InputStream openStream(SealedField<?> field, UUID recordId, KeyId keyId, InputStream sealed)
            throws IOException {
        var clear = new SealedStream(keys.byId(keyId), field.in(recordId), () -> keys.byId(keyId)).open(sealed);
        meters.counter("lethe.opened", "compartment", keyId.compartment().code())
                .increment();
        return clear;
    }

    /** Leases the keys of many values in one round trip, ahead of opening them. */
    public void prepare(Collection<? extends Sealed<?>> values) {
        keys.prefetch(values.stream().map(Sealed::keyId).toList());
    }
}
