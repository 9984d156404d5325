package eu.lethe.local.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.nio.file.Path;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;

/** Starts the demo identity provider; in production any OpenID Connect provider takes its place. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties(DemoClients.Settings.class)
public class IdentityProvider {

    /** Starts the provider on its port; settings come from identity.yaml and the environment. */
    public static void main(String[] arguments) {
        start(arguments);
    }

    static ConfigurableApplicationContext start(String... arguments) {
        return new SpringApplicationBuilder(IdentityProvider.class)
                .web(WebApplicationType.SERVLET)
                // The launcher shares this module and its class path: each program reads its own file.
                .properties("spring.config.name=identity")
                .run(arguments);
    }

    @Bean
    RegisteredClientRepository registeredClients(DemoClients.Settings settings) {
        return new DemoClients(settings).registered();
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(DemoClients.Settings settings) {
        return AuthorizationServerSettings.builder()
                .issuer(settings.url())
                .oidcLogoutEndpoint("/connect/logout")
                .build();
    }

    @Bean
    JWKSource<SecurityContext> signingKeys(DemoClients.Settings settings) {
        return new ImmutableJWKSet<>(new JWKSet(new SigningKey(Path.of(settings.stateDirectory())).readOrMake()));
    }

    @Bean
    JwtEncoder jwtEncoder(JWKSource<SecurityContext> signingKeys) {
        return new NimbusJwtEncoder(signingKeys);
    }

    @Bean
    DemoClaims demoClaims() {
        return new DemoClaims();
    }

    @Bean
    PasswordEncoder printedSecrets() {
        return new PrintedSecrets();
    }

    /** Signs in by account name, and is called by id from then on: the id is what tokens carry. */
    @Bean
    UserDetailsService staff() {
        return typed -> DemoAccount.named(typed)
                .map(account -> User.withUsername(account.id().toString())
                        .password(DemoAccount.PASSWORD)
                        .roles(account.role())
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException("no such demo account"));
    }
}
