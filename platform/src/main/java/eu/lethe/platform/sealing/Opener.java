package eu.lethe.platform.sealing;

import eu.lethe.contracts.events.EventJson;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.Jwe;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.contracts.sealing.SealBroken;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.contracts.sealing.SealedField;
import eu.lethe.platform.journal.Warrant;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Understands that nothing is opened without a warrant; and how it is opened, with a leased key, in the place it was sealed for. */
public final class Opener {

    private final LeasedKeys keys;
    private final MeterRegistry meters;
    private final JsonMapper json = EventJson.mapper();

    Opener(LeasedKeys keys, MeterRegistry meters) {
        this.keys = keys;
        this.meters = meters;
    }

    /** Begins to open what the warrant permits. The compiler finds everybody who does, and what permits it. */
    public Reading reading(@SuppressWarnings("unused") Warrant warrant) {
        return new Reading(this);
    }

    <T> T open(SealedField<T> field, UUID recordId, Sealed<T> sealed) {
        var clear = Jwe.open(keys.byId(sealed.keyId()), field.in(recordId), sealed);
        count(sealed.keyId().compartment());
        try {
            return json.readValue(clear, field.type());
        } catch (JacksonException unreadable) {
            // the parser's own message quotes the clear text
            throw new SealBroken(SealBroken.Flaw.MALFORMED);
        }
    }

    InputStream openStream(SealedField<?> field, UUID recordId, KeyId keyId, InputStream sealed) throws IOException {
        var clear = new SealedStream(keys.byId(keyId), field.in(recordId), () -> keys.byId(keyId)).open(sealed);
        count(keyId.compartment());
        return clear;
    }

    void prepare(Collection<? extends Sealed<?>> values) {
        keys.prefetch(values.stream().map(Sealed::keyId).toList());
    }

    private void count(Compartment compartment) {
        meters.counter("lethe.opened", "compartment", compartment.code()).increment();
    }
}
