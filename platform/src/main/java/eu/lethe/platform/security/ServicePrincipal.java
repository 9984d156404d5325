package eu.lethe.platform.security;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** Understands this service as the one who asks for a token of its own. */
final class ServicePrincipal extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final String clientId;

    ServicePrincipal(String clientId) {
        super(List.of());
        this.clientId = clientId;
        setAuthenticated(true);
    }

    @Override
    public Object getPrincipal() {
        return clientId;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof ServicePrincipal principal && principal.clientId.equals(clientId);
    }

    @Override
    public int hashCode() {
        return clientId.hashCode();
    }
}
