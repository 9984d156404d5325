package eu.lethe.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Understands which request bodies may pass to a service: JSON, and not too much of it; and documents, where they are taken.
 * Both are handed on while they come in, and none is held. A form is refused because servlets
 * read its fields as parameters, which would carry what was typed into an address. Runs after the access rules, so that only
 * known callers can make the gateway read a body.
 */
@Component
class BodyGuard extends OncePerRequestFilter {

    private static final MediaType ANY_JSON = MediaType.valueOf("application/*+json");
    private static final MediaType CSV = MediaType.valueOf("text/csv");

    private final GatewaySettings gateway;
    private final Uploads uploads;

    BodyGuard(GatewaySettings gateway, Uploads uploads) {
        this.gateway = gateway;
        this.uploads = uploads;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !ApiPath.ANY.isMeantBy(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isDocument(request)) {
            passDocument(request, response, chain);
        } else if (request.getContentType() != null && !isJson(request.getContentType())) {
            Problem.Cause.NOT_JSON.in(request).writeTo(response);
        } else if (request.getContentLengthLong() > gateway.bodyLimit().toBytes()) {
            Problem.Cause.TOO_LARGE.in(request).writeTo(response);
        } else {
            pass(PassingBody.within(request, gateway.bodyLimit().toBytes(), gateway.bodyTime()), response, chain);
        }
    }

    private void passDocument(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var limit = gateway.documentLimit().toBytes();
        if (request.getContentLengthLong() > limit) {
            // who is still sending does not listen
            PassingBody.cut(request, 2 * limit, gateway.bodyTime())
                    .getInputStream()
                    .skip(2 * limit);
            Problem.Cause.TOO_LARGE.in(request).writeTo(response);
        } else {
            pass(PassingBody.cut(request, limit, gateway.bodyTime()), response, chain);
        }
    }

    private void pass(PassingBody body, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!hasBody(body)) {
            chain.doFilter(body, response);
            return;
        }
        var refused = uploads.<ServletException, IOException>pass(
                callerOf(body.getUserPrincipal()), () -> chain.doFilter(body, response));
        if (refused.isPresent()) {
            refused.get().in(body).writeTo(response);
        }
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private static String callerOf(@Nullable Principal caller) {
        return caller == null ? "" : caller.getName();
    }

    private static boolean isDocument(HttpServletRequest request) {
        var type = request.getContentType();
        return ApiPath.IMPORTS.isMeantBy(request)
                ? isOf(CSV, type)
                : ApiPath.ATTACHMENTS.isMeantBy(request) && isOf(MediaType.APPLICATION_OCTET_STREAM, type);
    }

    private static boolean isJson(@Nullable String contentType) {
        return isOf(MediaType.APPLICATION_JSON, contentType) || isOf(ANY_JSON, contentType);
    }

    private static boolean isOf(MediaType wanted, @Nullable String contentType) {
        try {
            return contentType != null && wanted.includes(MediaType.parseMediaType(contentType));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
