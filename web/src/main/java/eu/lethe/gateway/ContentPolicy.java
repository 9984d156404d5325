package eu.lethe.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.security.web.header.HeaderWriter;

/**
 * Understands what a page may load: its own files, and the styles that carry the nonce of this one response (component
 * libraries write style elements at run time).
 */
final class ContentPolicy implements HeaderWriter {

    private static final String NONCE = ContentPolicy.class.getName() + ".nonce";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The nonce of the response to this request; the same however often it is asked for. */
    static String nonceOf(HttpServletRequest request) {
        if (request.getAttribute(NONCE) instanceof String known) {
            return known;
        }
        var bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        var nonce = Base64.getEncoder().encodeToString(bytes);
        request.setAttribute(NONCE, nonce);
        return nonce;
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(
                "Content-Security-Policy",
                String.join(
                        "; ",
                        "default-src 'self'",
                        "script-src 'self'",
                        "style-src 'self' 'nonce-" + nonceOf(request) + "'",
                        "img-src 'self' data:",
                        "font-src 'self'",
                        "connect-src 'self'",
                        "object-src 'none'",
                        "frame-ancestors 'none'",
                        "base-uri 'none'",
                        "form-action 'self'"));
    }
}
