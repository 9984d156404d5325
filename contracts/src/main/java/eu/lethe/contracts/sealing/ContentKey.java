package eu.lethe.contracts.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.Map;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/** Understands one person's key for one compartment: 256 bits and the id they go by. Never printed. */
public final class ContentKey {

    /** Length of a content key, in bytes. */
    public static final int LENGTH = 32;

    private final KeyId id;
    private final byte[] secret;

    /**
     * @param secret 32 bytes, copied
     * @throws IllegalArgumentException on any other length
     */
    public ContentKey(KeyId id, byte[] secret) {
        if (secret.length != LENGTH) {
            throw new IllegalArgumentException("a content key has 32 bytes");
        }
        this.id = id;
        this.secret = secret.clone();
    }

    /**
     * Reads a JWK (RFC 7517) as {@code GET /api/retention/keys/{kid}} answers it.
     *
     * @throws IllegalArgumentException when it is not a symmetric key with a Lethe key id
     */
    public static ContentKey ofJwk(String jwk) {
        try {
            var key = OctetSequenceKey.parse(jwk);
            return new ContentKey(KeyId.parse(key.getKeyID()), key.toByteArray());
        } catch (ParseException | NullPointerException notAKey) {
            // the parser's own message could quote the key
            throw new IllegalArgumentException("not the JWK of a content key");
        }
    }

    /** Whose key, for what. */
    public KeyId id() {
        return id;
    }

    /** The JWK members: {@code kty}, {@code kid}, {@code alg}, {@code k}. */
    public Map<String, Object> toJwk() {
        return Map.of(
                "kty",
                "oct",
                "kid",
                id.toString(),
                "alg",
                "dir",
                "k",
                Base64URL.encode(secret).toString());
    }

    /**
     * A key for another way of sealing, made of this one (HKDF with SHA-256, RFC 5869): no key is used in two ways.
     *
     * @param purpose what it is for, e.g. {@code lethe stream 1}
     * @return 32 bytes
     */
    public byte[] derived(String purpose) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(
                            HKDFParameterSpec.ofExtract().addIKM(secret).thenExpand(purpose.getBytes(UTF_8), LENGTH));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HKDF is part of every Java platform since 25", impossible);
        }
    }

    byte[] secret() {
        return secret;
    }

    @Override
    public String toString() {
        return "ContentKey[" + id + "]";
    }
}
