package eu.lethe.gateway;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Understands the two ways in: a script brings its token with each request, a browser has a session. A request that brings a
 * token never falls back on a session.
 */
@Configuration(proxyBeanMethods = false)
class AccessRules {

    /** The role of the agency's own programs, which whoever collects figures signs in as; nobody of the staff has it. */
    private static final String READS_FIGURES = "service";

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** An address that the firewall refuses is answered like any other that cannot be read, and not written down. */
    @Bean
    RequestRejectedHandler refusedAddresses() {
        return (request, response, why) -> Problem.Cause.INVALID.in(request).writeTo(response);
    }

    /** Who stands behind a token is checked here; what it is worth is for the services to say, role and unit, where the data is. */
    @Bean
    @Order(1)
    SecurityFilterChain scripts(HttpSecurity http, IdentitySettings identity) {
        return http.securityMatcher((RequestMatcher) request -> TokenCheck.bringsToken(request)
                        && (ApiPath.ANY.isMeantBy(request) || ApiPath.FIGURES.isMeantBy(request)))
                .addFilterBefore(TokenCheck.against(identity), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(ApiPath.FIGURES::isMeantBy)
                        .hasAuthority(READS_FIGURES)
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(failures -> failures.authenticationEntryPoint((request, response, why) ->
                                Problem.Cause.UNAUTHENTICATED.in(request).writeTo(response))
                        .accessDeniedHandler((request, response, why) ->
                                Problem.Cause.FORBIDDEN.in(request).writeTo(response)))
                .csrf(csrf -> csrf.disable())
                .logout(logout -> logout.disable())
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(AccessRules::protective)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain browsers(
            HttpSecurity http,
            ClientRegistrationRepository registrations,
            OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeExchange,
            SignIn signIn,
            SignOut signOut,
            @Value("${server.servlet.session.cookie.secure}") boolean cookiesAreSecure) {
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(ApiPath.FIGURES::isMeantBy)
                        .denyAll()
                        .requestMatchers(ApiPath.ANY::isMeantBy)
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .csrf(csrf -> csrf.spa()
                        .csrfTokenRepository(csrfCookie(cookiesAreSecure))
                        .requireCsrfProtectionMatcher(AccessRules::changesSomethingInASession))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .oauth2Login(login -> login.loginPage(SignIn.PATH)
                        .authorizationEndpoint(
                                start -> start.authorizationRequestResolver(signIn.resolver(registrations)))
                        .tokenEndpoint(token -> token.accessTokenResponseClient(codeExchange))
                        .successHandler(signIn::succeeded)
                        .failureHandler(signIn::failed))
                .logout(logout -> logout.logoutSuccessHandler(signOut))
                .exceptionHandling(failures -> failures.authenticationEntryPoint((request, response, why) ->
                                Problem.Cause.UNAUTHENTICATED.in(request).writeTo(response))
                        .accessDeniedHandler((request, response, why) -> (why instanceof CsrfException
                                        ? Problem.Cause.CSRF
                                        : Problem.Cause.FORBIDDEN)
                                .in(request)
                                .writeTo(response)))
                .headers(AccessRules::protective)
                .build();
    }

    private static void protective(HeadersConfigurer<HttpSecurity> headers) {
        headers.addHeaderWriter(new ContentPolicy())
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(policy -> policy.policy(
                        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }

    private static CookieCsrfTokenRepository csrfCookie(boolean isSecure) {
        var cookie = CookieCsrfTokenRepository.withHttpOnlyFalse();
        cookie.setCookieCustomizer(it -> it.sameSite("Lax").path("/").secure(isSecure));
        return cookie;
    }

    /** Without a session a forged request has nothing to abuse, and deserves the 401 that says so. */
    private static boolean changesSomethingInASession(HttpServletRequest request) {
        return !SAFE_METHODS.contains(request.getMethod()) && request.getSession(false) != null;
    }
}
