package eu.lethe.local.journey;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** Understands what somebody who holds the live key store and its password could unwrap. */
final class EpochKeysToday {

    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final List<SecretKey> keys;

    private EpochKeysToday(List<SecretKey> keys) {
        this.keys = keys;
    }

    static EpochKeysToday of(RunningStack stack) throws Exception {
        var password = "lethe".toCharArray();
        var store = KeyStore.getInstance("PKCS12");
        try (var file = Files.newInputStream(storeFile(stack))) {
            store.load(file, password);
        }
        var keys = new ArrayList<SecretKey>();
        for (var alias : Collections.list(store.aliases())) {
            if (store.getKey(alias, password) instanceof SecretKey epochKey) {
                keys.add(epochKey);
            }
        }
        return new EpochKeysToday(keys);
    }

    private static Path storeFile(RunningStack stack) {
        return stack.state().resolve("keys").resolve("epochs.p12");
    }

    boolean anyOpens(byte[] wrapped, String kid) {
        return keys.stream().anyMatch(key -> opens(key, wrapped, kid));
    }

    private static boolean opens(SecretKey epochKey, byte[] wrapped, String kid) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, epochKey, new GCMParameterSpec(TAG_BITS, wrapped, 0, IV_BYTES));
            cipher.updateAAD(kid.getBytes(StandardCharsets.UTF_8));
            cipher.doFinal(wrapped, IV_BYTES, wrapped.length - IV_BYTES);
            return true;
        } catch (GeneralSecurityException unreadable) {
            return false;
        }
    }
}
