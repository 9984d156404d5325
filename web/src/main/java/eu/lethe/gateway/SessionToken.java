package eu.lethe.gateway;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Understands lending the token that the session holds to a browser's call, renewed first when it is about to expire. */
@Component
class SessionToken implements HandlerFilterFunction<ServerResponse, ServerResponse> {

    private static final Logger LOG = LoggerFactory.getLogger(SessionToken.class);

    private final OAuth2AuthorizedClientManager renewal;

    SessionToken(OAuth2AuthorizedClientManager renewal) {
        this.renewal = renewal;
    }

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        if (!(request.servletRequest().getUserPrincipal() instanceof OAuth2AuthenticationToken person)) {
            return next.handle(request);
        }
        try {
            var client = renewal.authorize(OAuth2AuthorizeRequest.withClientRegistrationId(IdentityClient.REGISTRATION)
                    .principal(person)
                    .build());
            if (client == null) {
                return signedOut(request);
            }
            var token = client.getAccessToken().getTokenValue();
            return next.handle(ServerRequest.from(request)
                    .headers(headers -> headers.setBearerAuth(token))
                    .build());
        } catch (OAuth2AuthorizationException refusal) {
            var code = refusal.getError().getErrorCode();
            LOG.warn("A session's token could not be renewed: {}", code);
            return OAuth2ErrorCodes.INVALID_GRANT.equals(code)
                    ? signedOut(request)
                    : Problem.Cause.IDENTITY_AWAY.in(request.servletRequest()).asResponse();
        }
    }

    /** The provider no longer vouches for the person: the session ends here as well. */
    private static ServerResponse signedOut(ServerRequest request) {
        var session = request.servletRequest().getSession(false);
        if (session != null) {
            session.invalidate();
        }
        return Problem.Cause.UNAUTHENTICATED.in(request.servletRequest()).asResponse();
    }
}
