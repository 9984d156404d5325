package eu.lethe.retention.epoch;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.util.HexFormat;

/**
 * Understands the X.509 certificate that a PKCS#12 store wants beside a private key (RFC 5280), self-signed with Ed25519.
 * Nobody trusts it: it carries the public key from one start to the next.
 */
final class SelfSigned {

    private static final byte[] ED25519 = HexFormat.of().parseHex("300506032b6570");
    private static final byte[] COMMON_NAME = HexFormat.of().parseHex("0603550403");

    private SelfSigned() {}

    static byte[] certificate(KeyPair keys) throws GeneralSecurityException {
        var name = sequence(tagged(0x31, sequence(COMMON_NAME, tagged(0x0c, ascii("Lethe certificates")))));
        var validity = sequence(tagged(0x18, ascii("20260101000000Z")), tagged(0x18, ascii("99991231235959Z")));
        var statement = sequence(
                tagged(0xa0, tagged(0x02, new byte[] {2})),
                tagged(0x02, new byte[] {1}),
                ED25519,
                name,
                validity,
                name,
                keys.getPublic().getEncoded());
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(keys.getPrivate());
        signature.update(statement);
        return sequence(statement, ED25519, tagged(0x03, join(new byte[] {0}, signature.sign())));
    }

    private static byte[] sequence(byte[]... parts) {
        return tagged(0x30, join(parts));
    }

    /** DER: tag, length in the shortest form, content. */
    private static byte[] tagged(int tag, byte[] content) {
        var out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length < 128) {
            out.write(content.length);
        } else if (content.length < 256) {
            out.write(0x81);
            out.write(content.length);
        } else {
            out.write(0x82);
            out.write(content.length >> 8);
            out.write(content.length);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
