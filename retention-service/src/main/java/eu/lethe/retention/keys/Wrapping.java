package eu.lethe.retention.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.retention.epoch.EpochKeyStore;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Understands how a content key is wrapped in an epoch: AES-256-GCM by Tink, with the key's id as associated data, so that
 * a wrapped key in another key's row does not open.
 */
final class Wrapping {

    private final Aead epoch;

    private Wrapping(Aead epoch) {
        this.epoch = epoch;
    }

    /**
     * The wrapping of an epoch. Keep it no longer than a batch: the epoch may be destroyed.
     *
     * @throws eu.lethe.retention.epoch.EpochKeyAbsent when it is
     */
    static Wrapping in(EpochKeyStore store, int epoch) {
        try {
            return new Wrapping(new AesGcmJce(store.key(epoch).getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM is part of every Java platform", impossible);
        }
    }

    byte[] wrap(KeyId kid, byte[] secret) {
        try {
            return epoch.encrypt(secret, associated(kid));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM is part of every Java platform", impossible);
        }
    }

    /**
     * @throws IllegalStateException when the wrapped key was altered, or belongs to another
     */
    byte[] unwrap(KeyId kid, byte[] wrapped) {
        try {
            return epoch.decrypt(wrapped, associated(kid));
        } catch (GeneralSecurityException altered) {
            throw new IllegalStateException("the wrapped key " + kid + " was altered", altered);
        }
    }

    private static byte[] associated(KeyId kid) {
        return kid.toString().getBytes(StandardCharsets.UTF_8);
    }
}
