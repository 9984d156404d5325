package eu.lethe.platform.security;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.web.client.RestClient;

/** Gives a service its own credentials (OAuth 2 client credentials) for calling another service. */
@AutoConfiguration
@ConditionalOnProperty("lethe.service.secret")
public class ServiceClientAutoConfiguration {

    private static final String REGISTRATION = "lethe";

    /** HTTP calls that carry this service's token, fetched when first needed. Callers clone it and set a base URL. */
    @Bean
    RestClient.Builder serviceClient(
            @Value("${lethe.identity.url}") String identity,
            @Value("${lethe.service.name}") String clientId,
            @Value("${lethe.service.secret}") String secret) {
        var registration = ClientRegistration.withRegistrationId(REGISTRATION)
                .tokenUri(identity + "/oauth2/token")
                .clientId(clientId)
                .clientSecret(secret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .build();
        var registrations = new InMemoryClientRegistrationRepository(registration);
        var manager = new AuthorizedClientServiceOAuth2AuthorizedClientManager(
                registrations, new InMemoryOAuth2AuthorizedClientService(registrations));
        manager.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                .clientCredentials()
                .build());
        var asThisService = new OAuth2ClientHttpRequestInterceptor(manager);
        asThisService.setClientRegistrationIdResolver(request -> REGISTRATION);
        asThisService.setPrincipalResolver(request -> new ServicePrincipal(clientId));
        var http = new JdkClientHttpRequestFactory();
        http.setReadTimeout(Duration.ofSeconds(5));
        return RestClient.builder().requestFactory(http).requestInterceptor(asThisService);
    }
}
