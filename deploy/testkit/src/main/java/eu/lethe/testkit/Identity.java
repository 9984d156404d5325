package eu.lethe.testkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Understands the identity provider, as far as a service sees it: its keys, and the tokens it issues. */
public final class Identity {

    private static final Duration VALID = Duration.ofHours(1);

    private final Port port;
    private final RSAKey signing;

    private Identity(Port port, RSAKey signing) {
        this.port = port;
        this.signing = signing;
    }

    /** Starts it on a port of its own. */
    public static Identity start() {
        return on(Port.free());
    }

    static Identity on(Port port) {
        try {
            var identity =
                    new Identity(port, new RSAKeyGenerator(2048).keyID("test").generate());
            port.answers("/oauth2/jwks", _ -> new JWKSet(identity.signing.toPublicJWK()).toJSONObject());
            port.answers("/oauth2/token", _ -> identity.ofService());
            return identity;
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Where it is. */
    public String url() {
        return port.url();
    }

    /** A token of a member of staff, or of a program, which has no unit. */
    public String token(String subject, String name, List<String> roles, @Nullable String unit) {
        return token(subject, name, roles, unit, claims -> {});
    }

    /** A token that differs from those this provider issues. */
    public String token(
            String subject,
            String name,
            List<String> roles,
            @Nullable String unit,
            Consumer<JWTClaimsSet.Builder> different) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(url())
                .audience("lethe")
                .subject(subject)
                .claim("name", name)
                .claim("roles", roles)
                .claim("unit", unit)
                .expirationTime(Date.from(Instant.now().plus(VALID)));
        different.accept(claims);
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(signing.getKeyID())
                            .build(),
                    claims.build());
            token.sign(new RSASSASigner(signing));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Map<String, Object> ofService() {
        return Map.of(
                "access_token", token("service", "service", List.of("service"), null),
                "token_type", "Bearer",
                "expires_in", VALID.toSeconds());
    }
}
