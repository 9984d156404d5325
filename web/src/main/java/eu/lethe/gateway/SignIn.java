package eu.lethe.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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

    /** The message may quote what the provider sent; the code is one of a short list. */
    private static String codeOf(AuthenticationException why) {
        return why instanceof OAuth2AuthenticationException refusal
                ? refusal.getError().getErrorCode()
                : why.getClass().getSimpleName();
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
