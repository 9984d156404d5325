package eu.lethe.gateway;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Understands the identity provider's addresses, given one by one so that a start does not have to ask it for them. */
@ConfigurationProperties("lethe.identity")
record IdentitySettings(
        String issuer, URI authorization, URI token, URI keys, URI endSession, String clientId, String clientSecret) {

    @Override
    public String toString() {
        return "IdentitySettings[issuer=" + issuer + ", clientId=" + clientId + "]";
    }
}
