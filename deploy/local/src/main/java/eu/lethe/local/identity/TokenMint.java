package eu.lethe.local.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Understands giving a script on this machine the token of a demo account. The accounts' password is printed at start
 * anyway, so whoever can run a program here gains nothing; a web page or another machine is refused.
 */
@RestController
class TokenMint {

    static final String PATH = "/demo/token";
    private static final Set<String> LOOPBACK_NAMES = Set.of("127.0.0.1", "localhost", "[::1]", "::1");

    private final JwtEncoder encoder;
    private final DemoClients.Settings settings;
    private final Clock clock = Clock.systemUTC();

    TokenMint(JwtEncoder encoder, DemoClients.Settings settings) {
        this.encoder = encoder;
        this.settings = settings;
    }

    /** Answers as the token endpoint does, or 403 for callers from elsewhere, or 404 for an unknown account. */
    @PostMapping(PATH)
    ResponseEntity<Map<String, Object>> mint(@RequestParam String account, HttpServletRequest request) {
        if (!isLocalScript(request)) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
        return DemoAccount.named(account)
                .map(known ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer(known)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private Map<String, Object> answer(DemoAccount account) {
        var now = clock.instant();
        var claims = JwtClaimsSet.builder()
                .issuer(settings.url())
                .audience(List.of(DemoClaims.AUDIENCE))
                .issuedAt(now)
                .notBefore(now)
                .expiresAt(now.plus(settings.accessTokenLife()));
        DemoClaims.describe(claims, account);
        var header = JwsHeader.with(SignatureAlgorithm.RS256).build();
        var token = encoder.encode(JwtEncoderParameters.from(header, claims.build()))
                .getTokenValue();
        return Map.of(
                "access_token",
                token,
                "token_type",
                "Bearer",
                "expires_in",
                settings.accessTokenLife().toSeconds());
    }

    /** From this machine, by a loopback name (DNS may point elsewhere names here), and not on behalf of a web page. */
    private static boolean isLocalScript(HttpServletRequest request) {
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
                    && LOOPBACK_NAMES.contains(request.getServerName())
                    && request.getHeader(HttpHeaders.ORIGIN) == null;
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
