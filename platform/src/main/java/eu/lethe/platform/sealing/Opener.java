package eu.lethe.platform.sealing;

import eu.lethe.contracts.events.EventJson;
import eu.lethe.contracts.sealing.Jwe;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.contracts.sealing.SealBroken;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.contracts.sealing.SealingContext;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Optional;
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
     * Opens a sealed value.
     *
     * @param context where the value was found; must be where it was sealed for
     * @throws KeyRefused when its key is suspended, destroyed or unknown
     * @throws KeysUnavailable when the key is not held and retention-service is away
     * @throws SealBroken when the ciphertext was altered or moved
     */
    public <T> T open(Sealed<T> sealed, SealingContext context, Class<T> type) {
        var clear = Jwe.open(keys.byId(sealed.keyId()), context, sealed);
        meters.counter(
                        "lethe.opened",
                        "compartment",
                        sealed.keyId().compartment().code())
                .increment();
        try {
            return json.readValue(clear, type);
        } catch (JacksonException unreadable) {
            // the parser's own message quotes the clear text
            throw new SealBroken(SealBroken.Flaw.MALFORMED);
        }
    }

    /**
     * Opens a sealed value, or nothing when its key was destroyed.
     *
     * @throws KeyRefused when its key is suspended or unknown
     * @throws KeysUnavailable when the key is not held and retention-service is away
     */
    public <T> Optional<T> openUnlessDestroyed(Sealed<T> sealed, SealingContext context, Class<T> type) {
        try {
            return Optional.of(open(sealed, context, type));
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
     * @param context where it was found; must be where it was sealed for
     * @throws KeyRefused when its key is suspended, destroyed or unknown
     * @throws KeysUnavailable when the key is not held and retention-service is away
     */
    public InputStream openStream(KeyId keyId, SealingContext context, InputStream sealed) throws IOException {
        var clear = new SealedStream(keys.byId(keyId), context, () -> keys.byId(keyId)).open(sealed);
        meters.counter("lethe.opened", "compartment", keyId.compartment().code())
                .increment();
        return clear;
    }

    /** Leases the keys of many values in one round trip, ahead of opening them. */
    public void prepare(Collection<? extends Sealed<?>> values) {
        keys.prefetch(values.stream().map(Sealed::keyId).toList());
    }
}
