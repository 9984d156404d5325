package eu.lethe.local.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Understands signing out on a program's behalf (OpenID Connect RP-Initiated Logout), named by its client id alone: an id
 * token as a hint would travel through the browser, where Lethe lets no token go.
 */
@RestController
class SignOut {

    static final String PATH = "/sign-out";

    private final RegisteredClientRepository clients;
    private final DemoClients.Settings settings;

    SignOut(RegisteredClientRepository clients, DemoClients.Settings settings) {
        this.clients = clients;
        this.settings = settings;
    }

    @GetMapping(PATH)
    ResponseEntity<Void> signOut(
            @RequestParam(name = "client_id", required = false) @Nullable String clientId,
            @RequestParam(name = "post_logout_redirect_uri", required = false) @Nullable String returnTo,
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Authentication who) {
        new SecurityContextLogoutHandler().logout(request, response, who);
        var client = clientId == null ? null : clients.findByClientId(clientId);
        var known = client != null
                && returnTo != null
                && client.getPostLogoutRedirectUris().contains(returnTo);
        var next = known ? returnTo : settings.url() + SignInPage.PATH;
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(next))
                .build();
    }
}
