package eu.lethe.contracts.certificate;

import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * Understands a statement signed by the agency: JWS in compact form (RFC 7515) with Ed25519 (RFC 8037). It names the key it
 * was signed with and never carries it, since a key that travels inside a certificate proves nothing.
 *
 * @param type what kind of statement, the header {@code typ}
 */
public record SignedStatement(String type) {

    /** A certificate of erasure. */
    public static final SignedStatement CERTIFICATE = new SignedStatement("lethe-certificate+jws");

    /** The head of the tree in which certificates stand. */
    public static final SignedStatement TREE_HEAD = new SignedStatement("lethe-tree-head+jws");

    /** A head of that tree, as a witness saw it and found it to follow from those it had seen before. */
    public static final SignedStatement WITNESSED_HEAD = new SignedStatement("lethe-witnessed-head+jws");

    private static final String ALGORITHM = "Ed25519";

    /**
     * Signs a statement.
     *
     * @param keyId the thumbprint of the public key, see {@link Anchor#keyId()}
     */
    public String sign(byte[] content, String keyId, PrivateKey key) {
        var input = header(keyId) + "." + Base64URL.encode(content);
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            return input + "." + Base64URL.encode(signature.sign());
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("the signing key cannot sign", unusable);
        }
    }

    /**
     * Reads a statement.
     *
     * @return what was signed, or empty unless this anchor signed exactly this, as a statement of this type
     */
    public Optional<byte[]> read(String compact, Anchor anchor) {
        var parts = compact.split("\\.", -1);
        if (parts.length != 3 || !parts[0].equals(header(anchor.keyId()))) {
            return Optional.empty();
        }
        var content = canonical(parts[1]);
        var signed = canonical(parts[2]);
        if (content.isEmpty() || signed.isEmpty()) {
            return Optional.empty();
        }
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(anchor.publicKey());
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(signed.get()) ? content : Optional.empty();
        } catch (GeneralSecurityException notASignature) {
            return Optional.empty();
        }
    }

    /**
     * Reads what a statement says.
     *
     * @return empty unless this anchor signed it as a statement of this type, and it says what the type says
     */
    public <T> Optional<T> read(String compact, Anchor anchor, Class<T> type) {
        try {
            return read(compact, anchor).map(content -> StrictJson.MAPPER.readValue(content, type));
        } catch (JacksonException | NullPointerException notOfThisVersion) {
            return Optional.empty();
        }
    }

    private String header(String keyId) {
        return Base64URL.encode("{\"alg\":\"EdDSA\",\"typ\":\"%s\",\"kid\":\"%s\"}".formatted(type, keyId))
                .toString();
    }

    /** Base64url has unused bits at its end: one spelling only is accepted, so that no bit of a statement is idle. */
    static Optional<byte[]> canonical(String base64url) {
        var decoded = new Base64URL(base64url).decode();
        return Base64URL.encode(decoded).toString().equals(base64url) ? Optional.of(decoded) : Optional.empty();
    }
}
