package eu.lethe.platform.security;

import eu.lethe.platform.problem.ProblemResponses;
import eu.lethe.platform.web.CleanText;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Makes a service a resource server that obeys its authorisation table and refuses everything else. */
@AutoConfiguration(
        beforeName =
                "org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration")
public class SecurityAutoConfiguration {

    private static final String AUDIENCE = "lethe";
    private static final String[] OPEN_TO_PROBES = {"/actuator/health/**", "/actuator/businessclock"};

    /** What is counted of an agency is for its own programs, of which whoever collects figures is one. */
    private static final String FIGURES = "/actuator/prometheus";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    /** The table of this service. */
    @Bean
    AuthorisationTable authorisationTable(@Value("${lethe.service.name}") String service) {
        return AuthorisationTable.read(new ClassPathResource("authorisation.csv"))
                .of(service);
    }

    /** Keys are fetched when the first token comes, so that the service starts without the identity provider. */
    @Bean
    JwtDecoder jwtDecoder(@Value("${lethe.identity.url}") String issuer) {
        var decoder = NimbusJwtDecoder.withJwkSetUri(issuer + "/oauth2/jwks").build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(issuer),
                // the default takes a token without an end for one that lasts
                new JwtClaimValidator<Object>("exp", ends -> ends != null),
                SecurityAutoConfiguration::cleanTexts,
                new JwtClaimValidator<List<String>>(
                        "aud", audience -> audience != null && audience.contains(AUDIENCE))));
        return decoder;
    }

    /** Programs have no unit, and a claim that is absent is nothing unclean. */
    private static OAuth2TokenValidatorResult cleanTexts(Jwt token) {
        return Stream.of("sub", "name", "unit")
                        .map(claim -> token.getClaims().get(claim))
                        .allMatch(SecurityAutoConfiguration::isCleanText)
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token"));
    }

    private static boolean isCleanText(@Nullable Object claim) {
        return claim == null || (claim instanceof String text && CleanText.isClean(text));
    }

    /** Deny by default; the table says the rest. */
    @Bean
    SecurityFilterChain securityFilterChain(HttpSecurity http, AuthorisationTable table, ProblemResponses problems)
            throws Exception {
        return http.authorizeHttpRequests(requests -> {
                    requests.requestMatchers(HttpMethod.GET, OPEN_TO_PROBES).permitAll();
                    requests.requestMatchers(HttpMethod.GET, FIGURES).hasAuthority(Role.SERVICE.code());
                    for (var row : table.rows()) {
                        var operation = requests.requestMatchers(row.method(), row.path());
                        if (row.roles().isEmpty()) {
                            operation.authenticated();
                        } else {
                            operation.hasAnyAuthority(
                                    row.roles().stream().map(Role::code).toArray(String[]::new));
                        }
                    }
                    requests.anyRequest().denyAll();
                })
                .oauth2ResourceServer(server -> server.jwt(
                                jwt -> jwt.jwtAuthenticationConverter(CallerToken.fromClaims()))
                        .authenticationEntryPoint(
                                (request, response, refused) -> problems.unauthenticated(request, response))
                        .accessDeniedHandler((request, response, refused) -> problems.forbidden(request, response)))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, refused) -> problems.unauthenticated(request, response))
                        .accessDeniedHandler((request, response, refused) -> problems.forbidden(request, response)))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // no cookies are read here, so there is nothing to forge
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .build();
    }

    /** Names of staff. */
    @Bean
    StaffDirectory staffDirectory(JdbcClient database) {
        return new StaffDirectory(database);
    }

    /** Lets resources take a {@link Caller}. */
    @Bean
    WebMvcConfigurer callerArgument(StaffDirectory staff) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgument(staff));
            }
        };
    }
}
