package eu.lethe.retention.epoch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.security.Security;
import java.security.UnrecoverableKeyException;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.security.auth.login.LoginException;
import org.jspecify.annotations.Nullable;

/**
 * Understands a token of a hardware security module (PKCS#11) that holds keys under names. They are made in it and never leave
 * it; what is wrapped under one that was destroyed opens for nobody, however many copies there are of it.
 */
final class HsmToken {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Provider provider;
    private final char[] pin;
    private final SecureRandom random = new SecureRandom();
    private volatile boolean refused;

    /**
     * Shows its PIN once.
     *
     * @param pin of its user
     * @throws IllegalStateException when there is no such library, no such token, or the PIN is another
     */
    HsmToken(String library, long slot, String pin) {
        this.provider = provider(library, slot);
        this.pin = pin.toCharArray();
        try {
            keys();
        } catch (GeneralSecurityException | IOException | ProviderException away) {
            throw new IllegalStateException(this + " cannot be used", away);
        }
    }

    private static Provider provider(String library, long slot) {
        try {
            return Security.getProvider("SunPKCS11").configure("""
                    --name = lethe-%d
                    library = "%s"
                    slot = %d
                    attributes(generate, CKO_SECRET_KEY, *) = {
                      CKA_SENSITIVE = true
                      CKA_EXTRACTABLE = false
                      CKA_ENCRYPT = true
                      CKA_DECRYPT = true
                    }
                    """.formatted(slot, library, slot));
        } catch (ProviderException | java.security.InvalidParameterException absent) {
            throw new IllegalStateException(
                    "the hardware security module does not answer: is %s its PKCS#11 library, and %d the slot of a token?"
                            .formatted(library, slot),
                    absent);
        }
    }

    /** The names under which it holds keys. */
    Set<String> names() throws GeneralSecurityException, IOException {
        return Set.copyOf(Collections.list(keys().aliases()));
    }

    /**
     * Wraps a secret under a key, which is made if need be.
     *
     * @param bound what it is to be unwrapped for, and for nothing else
     */
    byte[] wrap(String name, byte[] bound, byte[] secret) throws GeneralSecurityException, IOException {
        var keys = keys();
        if (key(keys, name).isEmpty()) {
            var generator = KeyGenerator.getInstance("AES", provider);
            generator.init(256);
            keys.setEntry(name, new KeyStore.SecretKeyEntry(generator.generateKey()), null);
        }
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        // of what was stored, not of what was generated: the one that is used is the one that can be destroyed
        var cipher = cipher(Cipher.ENCRYPT_MODE, bound, key(keys, name).orElseThrow(), nonce);
        var wrapped = cipher.doFinal(secret);
        return ByteBuffer.allocate(nonce.length + wrapped.length)
                .put(nonce)
                .put(wrapped)
                .array();
    }

    /**
     * What was wrapped under a key.
     *
     * @return empty when the key is not there any more
     * @throws GeneralSecurityException when it was wrapped under another, for something else, or altered since
     */
    Optional<byte[]> unwrap(String name, byte[] bound, byte[] wrapped) throws GeneralSecurityException, IOException {
        var key = key(keys(), name);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        var parts = ByteBuffer.wrap(wrapped);
        if (parts.remaining() < NONCE_BYTES) {
            throw new GeneralSecurityException("too short to have been wrapped");
        }
        var nonce = new byte[NONCE_BYTES];
        parts.get(nonce);
        var rest = new byte[parts.remaining()];
        parts.get(rest);
        return Optional.of(cipher(Cipher.DECRYPT_MODE, bound, key.get(), nonce).doFinal(rest));
    }

    /** Destroys a key, if it holds one under that name. */
    void destroy(String name) throws GeneralSecurityException, IOException {
        var keys = keys();
        if (keys.containsAlias(name)) {
            keys.deleteEntry(name);
        }
    }

    /**
     * Read anew each time: another instance may have made or destroyed one. A PIN that was refused once is not shown again, since
     * a token locks itself after a few.
     */
    private KeyStore keys() throws GeneralSecurityException, IOException {
        if (refused) {
            throw new IllegalStateException(
                    "the hardware security module refused the PIN, and is not asked again before the service is started again");
        }
        var keys = KeyStore.getInstance("PKCS11", provider);
        try {
            keys.load(null, pin);
        } catch (IOException notLoaded) {
            if (notLoaded.getCause() instanceof LoginException
                    || notLoaded.getCause() instanceof UnrecoverableKeyException) {
                refused = true;
                throw new IllegalStateException("the hardware security module refused the PIN", notLoaded);
            }
            throw notLoaded;
        }
        return keys;
    }

    private static Optional<SecretKey> key(KeyStore keys, String name) throws GeneralSecurityException {
        return Optional.ofNullable((@Nullable SecretKey) keys.getKey(name, null));
    }

    private Cipher cipher(int mode, byte[] bound, SecretKey key, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER, provider);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bound);
        return cipher;
    }

    @Override
    public String toString() {
        return "the hardware security module " + provider.getName();
    }
}
