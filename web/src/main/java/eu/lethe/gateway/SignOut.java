package eu.lethe.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Understands where a browser goes to end its session at the identity provider too (RP-Initiated Logout). The client id
 * says who asks; an id token as a hint would put a token into the browser.
 */
@Component
class SignOut implements LogoutSuccessHandler {

    private final String next;

    SignOut(IdentitySettings identity, GatewaySettings gateway) {
        this.next = UriComponentsBuilder.fromUri(identity.endSession())
                .queryParam("client_id", "{client}")
                .queryParam("post_logout_redirect_uri", "{back}")
                .encode()
                .buildAndExpand(identity.clientId(), gateway.url() + "/")
                .toUriString();
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who) {
        response.setStatus(HttpStatus.NO_CONTENT.value());
        response.setHeader(HttpHeaders.LOCATION, next);
    }
}
