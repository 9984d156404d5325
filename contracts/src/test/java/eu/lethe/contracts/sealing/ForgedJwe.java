package eu.lethe.contracts.sealing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Understands a JWE as five parts that an attacker may set as they like; whoever holds the key may authenticate any header
 * with it.
 */
record ForgedJwe(String header, String encryptedKey, String iv, String ciphertext, String tag) {

    private static final Base64.Encoder BASE64_URL = Base64.getUrlEncoder().withoutPadding();

    static ForgedJwe of(String compact) {
        var parts = compact.split("\\.", -1);
        return new ForgedJwe(parts[0], parts[1], parts[2], parts[3], parts[4]);
    }

    /** Authentic in every respect but its header, which is taken as it comes. */
    static ForgedJwe authenticated(ContentKey key, String headerJson, String clear) {
        try {
            var header = encoded(headerJson.getBytes(StandardCharsets.UTF_8));
            var iv = new byte[12];
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key.secret(), "AES"), new GCMParameterSpec(128, iv));
            cipher.updateAAD(header.getBytes(StandardCharsets.US_ASCII));
            var sealed = cipher.doFinal(clear.getBytes(StandardCharsets.UTF_8));
            var end = sealed.length - 16;
            return new ForgedJwe(
                    header,
                    "",
                    encoded(iv),
                    encoded(Arrays.copyOf(sealed, end)),
                    encoded(Arrays.copyOfRange(sealed, end, sealed.length)));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    static String encoded(byte[] bytes) {
        return BASE64_URL.encodeToString(bytes);
    }

    static byte[] decoded(String part) {
        return Base64.getUrlDecoder().decode(part);
    }

    String headerJson() {
        return new String(decoded(header), StandardCharsets.UTF_8);
    }

    ForgedJwe withHeaderJson(String json) {
        return new ForgedJwe(encoded(json.getBytes(StandardCharsets.UTF_8)), encryptedKey, iv, ciphertext, tag);
    }

    ForgedJwe withEncryptedKey(String part) {
        return new ForgedJwe(header, part, iv, ciphertext, tag);
    }

    ForgedJwe withIv(String part) {
        return new ForgedJwe(header, encryptedKey, part, ciphertext, tag);
    }

    ForgedJwe withCiphertextAndTag(String newCiphertext, String newTag) {
        return new ForgedJwe(header, encryptedKey, iv, newCiphertext, newTag);
    }

    String compact() {
        return String.join(".", List.of(header, encryptedKey, iv, ciphertext, tag));
    }
}
