package eu.lethe.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Understands which request bodies may pass to a service: JSON, and not too much of it. A form is refused because servlets
 * read its fields as parameters, which would carry what was typed into an address. Runs after the access rules, so that only
 * known callers can make the gateway hold a body.
 */
@Component
class BodyGuard extends OncePerRequestFilter {

    private static final MediaType ANY_JSON = MediaType.valueOf("application/*+json");

    private final int limit;

    BodyGuard(GatewaySettings gateway) {
        this.limit = Math.toIntExact(gateway.bodyLimit().toBytes());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentType() != null && !isJson(request.getContentType())) {
            Problem.Cause.NOT_JSON.in(request).writeTo(response);
        } else if (request.getContentLengthLong() > limit) {
            Problem.Cause.TOO_LARGE.in(request).writeTo(response);
        } else {
            var body = request.getInputStream().readNBytes(limit + 1);
            if (body.length > limit) {
                Problem.Cause.TOO_LARGE.in(request).writeTo(response);
            } else {
                chain.doFilter(new Held(request, body), response);
            }
        }
    }

    private static boolean isJson(String contentType) {
        try {
            var type = MediaType.parseMediaType(contentType);
            return MediaType.APPLICATION_JSON.includes(type) || ANY_JSON.includes(type);
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    /** A request whose body has been read, and is handed on whole. */
    private static final class Held extends HttpServletRequestWrapper {

        private final byte[] body;

        Held(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            var bytes = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return bytes.read();
                }

                @Override
                public int read(byte[] target, int offset, int length) {
                    return bytes.read(target, offset, length);
                }

                @Override
                public boolean isFinished() {
                    return bytes.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("the body is read at once");
                }
            };
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }
}
