package eu.lethe.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;

/** Understands how a sign-in starts at {@value #PATH} (with {@code ?to=/path} to come back to) and how it ends. */
@Component
class SignIn {

    static final String PATH = "/oauth2/authorization/" + IdentityClient.REGISTRATION;

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
    private static final String RETURN_TO = SignIn.class.getName() + ".to";

    /** Of OAuth 2 and OpenID Connect, and those that Spring Security adds. */
    private static final Set<String> KNOWN_CODES = Set.of(
            "access_denied",
            "account_selection_required",
            "authorization_request_not_found",
            "client_registration_not_found",
            "consent_required",
            "insufficient_scope",
            "interaction_required",
            "invalid_client",
            "invalid_grant",
            "invalid_id_token",
            "invalid_nonce",
            "invalid_request",
            "invalid_request_object",
            "invalid_request_uri",
            "invalid_scope",
            "invalid_state_parameter",
            "invalid_token",
            "invalid_token_response",
            "invalid_user_info_response",
            "login_required",
            "missing_signature_verifier",
            "registration_not_supported",
            "request_not_supported",
            "request_uri_not_supported",
            "server_error",
            "temporarily_unavailable",
            "unauthorized_client",
            "unsupported_response_type",
            "user_info_response_claims_set_error");

    private final MeterRegistry meters;
    private final SignInFailedPage failedPage;

    SignIn(MeterRegistry meters, SignInFailedPage failedPage) {
        this.meters = meters;
        this.failedPage = failedPage;
    }

    OAuth2AuthorizationRequestResolver resolver(ClientRegistrationRepository registrations) {
        return new Remembering(new DefaultOAuth2AuthorizationRequestResolver(registrations));
    }

    void succeeded(HttpServletRequest request, HttpServletResponse response, Authentication who) throws IOException {
        count("succeeded");
        var session = request.getSession();
        var to = session.getAttribute(RETURN_TO) instanceof String path ? path : "/";
        session.removeAttribute(RETURN_TO);
        response.sendRedirect(to);
    }

    void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        count("failed");
        LOG.warn("Sign-in failed: {}", codeOf(why));
        failedPage.writeTo(request, response);
    }

    private void count(String outcome) {
        meters.counter("lethe.gateway.sign.in", "outcome", outcome).increment();
    }

    /** The message may quote what came with the callback, and so may the code, which anybody can send: known ones only. */
    private static String codeOf(AuthenticationException why) {
        if (!(why instanceof OAuth2AuthenticationException refusal)) {
            return why.getClass().getSimpleName();
        }
        var code = refusal.getError().getErrorCode();
        return KNOWN_CODES.contains(code) ? code : "other";
    }

    /** A path of ours: anything that a browser could take for another host is dropped. */
    static boolean isOurs(@Nullable String to) {
        return to != null && to.matches("/(?![/\\\\])[^\\\\\\p{Cntrl}]*") && to.length() <= 500;
    }

    private record Remembering(OAuth2AuthorizationRequestResolver requests)
            implements OAuth2AuthorizationRequestResolver {

        @Override
        public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
            return remember(request, requests.resolve(request));
        }

        @Override
        public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
            return remember(request, requests.resolve(request, registration));
        }

        private static @Nullable OAuth2AuthorizationRequest remember(
                HttpServletRequest request, @Nullable OAuth2AuthorizationRequest start) {
            var to = request.getParameter("to");
            if (start != null && isOurs(to)) {
                request.getSession().setAttribute(RETURN_TO, to);
            }
            return start;
        }
    }
}
