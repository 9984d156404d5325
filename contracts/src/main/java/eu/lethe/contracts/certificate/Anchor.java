package eu.lethe.contracts.certificate;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Understands the agency's public key, against which certificates are checked. Whoever checks keeps it apart from the
 * certificates.
 */
public final class Anchor {

    /** What stands before the 32 bytes of an Ed25519 key in its X.509 form (RFC 8410). */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final PublicKey publicKey;
    private final OctetKeyPair jwk;

    /** What counts of a JWK; a private key is not for whoever checks. */
    private record Members(
            @Nullable String kty,
            @Nullable String crv,
            @Nullable String x,
            @Nullable Object d) {}

    private Anchor(PublicKey publicKey) {
        this.publicKey = publicKey;
        var encoded = publicKey.getEncoded();
        var point = Base64URL.encode(Arrays.copyOfRange(encoded, X509_PREFIX.length, encoded.length));
        this.jwk = new OctetKeyPair.Builder(Curve.Ed25519, point).build();
    }

    /** The anchor of a key pair's public half. */
    public static Anchor of(PublicKey ed25519) {
        return new Anchor(ed25519);
    }

    /**
     * Reads a JWK as {@code GET /api/retention/anchor} answers it.
     *
     * @throws IllegalArgumentException when it is not an Ed25519 public key
     */
    public static Anchor ofJwk(String jwk) {
        try {
            var members = StrictJson.MAPPER.readValue(jwk, Members.class);
            var point = Optional.ofNullable(members.x())
                    .flatMap(SignedStatement::canonical)
                    .filter(bytes -> bytes.length == 32)
                    .orElseThrow(() -> new IllegalArgumentException("not a point of the curve"));
            if (!"OKP".equals(members.kty()) || !"Ed25519".equals(members.crv()) || members.d() != null) {
                throw new IllegalArgumentException("not an Ed25519 public key");
            }
            var encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + point.length);
            System.arraycopy(point, 0, encoded, X509_PREFIX.length, point.length);
            return new Anchor(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (JacksonException | GeneralSecurityException notAKey) {
            throw new IllegalArgumentException("not the JWK of a public key", notAKey);
        }
    }

    /** Names the key: its thumbprint (RFC 7638). */
    public String keyId() {
        try {
            return jwk.computeThumbprint().toString();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", impossible);
        }
    }

    /** The JWK members: {@code kty}, {@code crv}, {@code x}, {@code kid}, {@code alg}, {@code use}. */
    public Map<String, Object> toJwk() {
        var members = new LinkedHashMap<String, Object>();
        members.put("kty", "OKP");
        members.put("crv", "Ed25519");
        members.put("x", jwk.getX().toString());
        members.put("kid", keyId());
        members.put("alg", "EdDSA");
        members.put("use", "sig");
        return members;
    }

    PublicKey publicKey() {
        return publicKey;
    }
}
