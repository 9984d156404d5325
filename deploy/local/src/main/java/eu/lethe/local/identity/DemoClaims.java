package eu.lethe.local.identity;

import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** Understands what a token says about who holds it: name, roles and unit, in the claims that the services read. */
final class DemoClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    static final String AUDIENCE = "lethe";

    @Override
    public void customize(JwtEncodingContext context) {
        var claims = context.getClaims();
        if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            claims.audience(List.of(AUDIENCE));
        }
        var person = context.<Authentication>getPrincipal();
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
            describe(claims, context.getRegisteredClient().getClientId());
        } else if (person != null) {
            DemoAccount.withId(person.getName()).ifPresent(account -> describe(claims, account));
        }
    }

    /** Says who a member of staff is. */
    static void describe(JwtClaimsSet.Builder claims, DemoAccount account) {
        claims.subject(account.id().toString())
                .claim("name", account.name())
                .claim("preferred_username", account.account())
                .claim("roles", List.of(account.role()));
        if (account.unit() != null) {
            claims.claim("unit", account.unit());
        }
    }

    private static void describe(JwtClaimsSet.Builder claims, String clientId) {
        claims.claim("name", clientId).claim("preferred_username", clientId);
        DemoClients.roleOf(clientId).ifPresent(role -> claims.claim("roles", List.of(role)));
    }
}
