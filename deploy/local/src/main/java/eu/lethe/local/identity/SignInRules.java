package eu.lethe.local.identity;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/** Understands which of the provider's addresses need a sign-in, and which protect themselves. */
@Configuration(proxyBeanMethods = false)
class SignInRules {

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http, DemoClients.Settings settings) {
        var pages = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        pages.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        return http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.oidc(oidc -> oidc.providerConfigurationEndpoint(
                            endpoint -> endpoint.providerConfigurationCustomizer(metadata ->
                                    metadata.claim("end_session_endpoint", settings.url() + SignOut.PATH))));
                })
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(failures -> failures.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint(SignInPage.PATH), pages))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, DemoClients.Settings settings) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                // Minting is guarded by where it is called from, not by a session.
                .csrf(csrf -> csrf.ignoringRequestMatchers(TokenMint.PATH))
                .formLogin(form -> form.loginPage(SignInPage.PATH).defaultSuccessUrl(settings.gatewayUrl() + "/"))
                .logout(logout -> logout.disable())
                .headers(headers -> headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .frameOptions(Customizer.withDefaults()))
                .build();
    }
}
