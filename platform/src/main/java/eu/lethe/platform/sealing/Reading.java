package eu.lethe.platform.sealing;

import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.contracts.sealing.SealBroken;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.contracts.sealing.SealedField;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Understands all that is opened for one reason; what a missing key hides does not hide the rest. */
public final class Reading {

    private final Opener opener;
    private final Set<KeyId> refused = new HashSet<>();

    Reading(Opener opener) {
        this.opener = opener;
    }

    /** Leases the keys of many values in one round trip, ahead of opening them; of those that are there. */
    public Reading prepare(Stream<? extends @Nullable Sealed<?>> values) {
        opener.prepare(values.<Sealed<?>>mapMulti((value, kept) -> {
                    if (value != null) {
                        kept.accept(value);
                    }
                })
                .toList());
        return this;
    }

    /**
     * Opens what was sealed for a field of a record.
     *
     * @throws KeyRefused when its key is suspended, destroyed or unknown
     * @throws KeysUnavailable when the key is not held and retention-service is away
     * @throws SealBroken when the ciphertext was altered or moved
     */
    public <T> T open(SealedField<T> field, UUID recordId, Sealed<T> sealed) {
        return opener.open(field, recordId, sealed);
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
        } catch (KeyRefused refusal) {
            if (refusal.reason() == KeyRefused.Cause.DESTROYED) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    /**
     * Opens what was sealed for a field of a record; empty when nothing was, or its key is gone or withheld: the reader goes on
     * without it.
     *
     * @throws KeysUnavailable when the key is not held and retention-service is away
     */
    public <T> Optional<T> openIfLeased(SealedField<T> field, UUID recordId, @Nullable Sealed<T> sealed) {
        if (sealed == null || hides(sealed)) {
            return Optional.empty();
        }
        try {
            return Optional.of(open(field, recordId, sealed));
        } catch (KeyRefused refusal) {
            refused.add(sealed.keyId());
            return Optional.empty();
        }
    }

    /** Whether the key of a value was refused to {@link #openIfLeased} before. */
    public boolean hides(Sealed<?> sealed) {
        return refused.contains(sealed.keyId());
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
        return opener.openStream(field, recordId, keyId, sealed);
    }
}
