package eu.lethe.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Understands whether a token that a script brings was issued for Lethe and still holds: signature, issuer, audience and times.
 * It is looked at before a byte of the body is. What it allows is for the services to say, which look again.
 */
final class TokenCheck extends OncePerRequestFilter {

    private static final String PREFIX = "bearer ";
    private static final String AUDIENCE = "lethe";

    private final JwtDecoder tokens;

    private TokenCheck(JwtDecoder tokens) {
        this.tokens = tokens;
    }

    /** Against the provider's keys, which are fetched when the first token comes. */
    static TokenCheck against(IdentitySettings identity) {
        var requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(Duration.ofSeconds(2));
        requests.setReadTimeout(Duration.ofSeconds(5));
        var decoder = NimbusJwtDecoder.withJwkSetUri(identity.keys().toString())
                .restOperations(new RestTemplate(requests))
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(identity.issuer()),
                new JwtClaimValidator<Object>("exp", ends -> ends != null),
                new JwtClaimValidator<List<String>>(
                        "aud", audience -> audience != null && audience.contains(AUDIENCE))));
        return new TokenCheck(decoder);
    }

    static boolean bringsToken(HttpServletRequest request) {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(PREFIX);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            var token = tokens.decode(request.getHeader(HttpHeaders.AUTHORIZATION)
                    .substring(PREFIX.length())
                    .strip());
            SecurityContextHolder.getContext().setAuthentication(callerOf(token));
        } catch (BadJwtException refused) {
            Problem.Cause.UNAUTHENTICATED.in(request).writeTo(response);
            return;
        } catch (JwtException noKeys) {
            Problem.Cause.IDENTITY_AWAY.in(request).writeTo(response);
            return;
        }
        chain.doFilter(request, response);
    }

    private static UsernamePasswordAuthenticationToken callerOf(Jwt token) {
        var roles = Optional.ofNullable(token.getClaimAsStringList("roles")).orElse(List.of());
        return UsernamePasswordAuthenticationToken.authenticated(
                Optional.ofNullable(token.getSubject()).orElse(""), "", AuthorityUtils.createAuthorityList(roles));
    }
}
