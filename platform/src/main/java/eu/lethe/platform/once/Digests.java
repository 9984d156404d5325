package eu.lethe.platform.once;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Understands how something is recognised by who knows its secret, and by nobody else: HMAC (RFC 2104) with SHA-256. */
final class Digests {

    private static final String ALGORITHM = "HmacSHA256";

    private Digests() {}

    static String of(byte[] secret, String what) {
        return of(secret, what, new byte[0]);
    }

    static String of(byte[] secret, String what, byte[] content) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            mac.update(what.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(content));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
