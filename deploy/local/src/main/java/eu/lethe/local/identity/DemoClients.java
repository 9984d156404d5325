package eu.lethe.local.identity;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Understands which programs may ask the provider for tokens, and how each does it. */
final class DemoClients {

    static final String GATEWAY = "gateway";
    private static final Map<String, String> ROLES = Map.of(
            "integrator", "integrator",
            "case-service", "service",
            "consent-service", "service",
            "retention-service", "service",
            "reporting-service", "service");

    private final Settings settings;

    DemoClients(Settings settings) {
        this.settings = settings;
    }

    RegisteredClientRepository registered() {
        var programs = ROLES.keySet().stream().sorted().map(this::program);
        return new KnownClients(Stream.concat(Stream.of(gateway()), programs).toList());
    }

    /** The role that a program's own tokens carry; none for the gateway, which only ever acts for a person. */
    static Optional<String> roleOf(String clientId) {
        return Optional.ofNullable(ROLES.get(clientId));
    }

    private RegisteredClient gateway() {
        return client(GATEWAY)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUri(settings.gatewayUrl() + "/login/oauth2/code/lethe")
                .postLogoutRedirectUri(settings.gatewayUrl() + "/")
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .build();
    }

    private RegisteredClient program(String clientId) {
        return client(clientId)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .build();
    }

    private RegisteredClient.Builder client(String clientId) {
        return RegisteredClient.withId(clientId)
                .clientId(clientId)
                .clientSecret(settings.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(settings.accessTokenLife())
                        .refreshTokenTimeToLive(settings.refreshTokenLife())
                        .build());
    }

    /** Understands where the provider and the gateway live, and how long tokens do. */
    @ConfigurationProperties("lethe.identity")
    record Settings(
            String url,
            String gatewayUrl,
            String clientSecret,
            String stateDirectory,
            Duration accessTokenLife,
            Duration refreshTokenLife) {

        @Override
        public String toString() {
            return "Settings[url=" + url + "]";
        }
    }
}
