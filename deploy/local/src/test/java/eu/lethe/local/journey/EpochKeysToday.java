package eu.lethe.local.journey;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.crypto.SecretKey;

/** Understands what somebody who holds the live key store and its password could unwrap. */
final class EpochKeysToday {

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
            var key = AesGcmKey.builder()
                    .setParameters(AesGcmParameters.builder()
                            .setKeySizeBytes(32)
                            .setIvSizeBytes(12)
                            .setTagSizeBytes(16)
                            .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                            .build())
                    .setKeyBytes(SecretBytes.copyFrom(epochKey.getEncoded(), InsecureSecretKeyAccess.get()))
                    .build();
            AesGcmJce.create(key).decrypt(wrapped, kid.getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (GeneralSecurityException unreadable) {
            return false;
        }
    }
}
