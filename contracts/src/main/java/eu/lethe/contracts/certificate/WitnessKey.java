package eu.lethe.contracts.certificate;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Understands the key pair of a witness, who keeps it apart from the agency. */
public final class WitnessKey {

    private static final int LENGTH = 32;

    @JsonPropertyOrder({"kty", "crv", "x", "d"})
    private record Members(
            @Nullable String kty,
            @Nullable String crv,
            @Nullable String x,
            @Nullable String d) {}

    private final PrivateKey privateKey;
    private final Anchor anchor;
    private final Members members;

    private WitnessKey(PrivateKey privateKey, Anchor anchor, Members members) {
        this.privateKey = privateKey;
        this.anchor = anchor;
        this.members = members;
    }

    /** Makes one. */
    public static WitnessKey make() {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var anchor = Anchor.of(pair.getPublic());
            var seed = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
            return new WitnessKey(
                    pair.getPrivate(),
                    anchor,
                    new Members(
                            "OKP",
                            "Ed25519",
                            String.valueOf(anchor.toJwk().get("x")),
                            Base64URL.encode(seed).toString()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Ed25519 is part of every Java platform", impossible);
        }
    }

    /**
     * Reads a private key as {@link #toJwk} writes it.
     *
     * @throws IllegalArgumentException when it is not an Ed25519 private key
     */
    public static WitnessKey ofJwk(String jwk) {
        try {
            var members = StrictJson.MAPPER.readValue(jwk, Members.class);
            var anchor = Anchor.ofJwk(
                    StrictJson.MAPPER.writeValueAsString(new Members(members.kty(), members.crv(), members.x(), null)));
            var seed = Optional.ofNullable(members.d())
                    .flatMap(SignedStatement::canonical)
                    .filter(bytes -> bytes.length == LENGTH)
                    .orElseThrow(() -> new IllegalArgumentException("not a private key"));
            var privateKey = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
            return new WitnessKey(privateKey, anchor, members);
        } catch (JacksonException | GeneralSecurityException notAKey) {
            throw new IllegalArgumentException("not the JWK of a private key", notAKey);
        }
    }

    /** The private key, for nobody else. */
    public String toJwk() {
        return StrictJson.MAPPER.writeValueAsString(members);
    }

    /** The public key, for whoever checks. */
    public String publicJwk() {
        return StrictJson.MAPPER.writeValueAsString(anchor.toJwk());
    }

    Anchor anchor() {
        return anchor;
    }

    String sign(WitnessedHead seen) {
        return SignedStatement.WITNESSED_HEAD.sign(
                StrictJson.MAPPER.writeValueAsBytes(seen), anchor.keyId(), privateKey);
    }

    /** Nothing of the key is shown. */
    @Override
    public String toString() {
        return "the key of witness " + anchor.keyId();
    }
}
