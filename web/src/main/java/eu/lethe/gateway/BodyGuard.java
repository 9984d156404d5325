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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Understands which request bodies may pass to a service: JSON, and not too much of it; and documents, where they are taken,
 * which are handed on while they come in. A form is refused because servlets
 * read its fields as parameters, which would carry what was typed into an address. Runs after the access rules, so that only
 * known callers can make the gateway hold a body.
 */
@Component
class BodyGuard extends OncePerRequestFilter {

    private static final MediaType ANY_JSON = MediaType.valueOf("application/*+json");

    private static final Pattern DOCUMENTS = Pattern.compile("/api/cases/files/[^/]+/contacts/[^/]+/attachments");
    private static final String IMPORTS = "/api/cases/imports";
    private static final MediaType CSV = MediaType.valueOf("text/csv");

    private final int limit;
    private final long documentLimit;

    BodyGuard(GatewaySettings gateway) {
        this.limit = Math.toIntExact(gateway.bodyLimit().toBytes());
        this.documentLimit = gateway.documentLimit().toBytes();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isDocument(request)) {
            passDocument(request, response, chain);
        } else if (request.getContentType() != null && !isJson(request.getContentType())) {
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

    /** Cut off one byte past the limit, it is too much for the service, which says so. */
    private void passDocument(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > documentLimit) {
            // who is still sending does not listen
            request.getInputStream().skip(2 * documentLimit);
            Problem.Cause.TOO_LARGE.in(request).writeTo(response);
        } else {
            chain.doFilter(new Cut(request, documentLimit + 1), response);
        }
    }

    private static boolean isDocument(HttpServletRequest request) {
        var type = request.getContentType();
        return request.getRequestURI().equals(IMPORTS)
                ? isOf(CSV, type)
                : DOCUMENTS.matcher(request.getRequestURI()).matches()
                        && isOf(MediaType.APPLICATION_OCTET_STREAM, type);
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

    /** A request of whose body no more than so much is handed on. */
    private static final class Cut extends HttpServletRequestWrapper {

        private final long length;

        Cut(HttpServletRequest request, long length) {
            super(request);
            this.length = length;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CutStream(super.getInputStream(), length);
        }
    }

    /** A stream that ends after so much, whatever comes. */
    private static final class CutStream extends ServletInputStream {

        private final ServletInputStream whole;
        private long left;

        CutStream(ServletInputStream whole, long left) {
            this.whole = whole;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            var one = left > 0 ? whole.read() : -1;
            left -= one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (left == 0) {
                return length == 0 ? 0 : -1;
            }
            var read = whole.read(target, offset, (int) Math.min(length, left));
            left -= Math.max(read, 0);
            return read;
        }

        @Override
        public boolean isFinished() {
            return left == 0 || whole.isFinished();
        }

        @Override
        public boolean isReady() {
            return left == 0 || whole.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("the body is read by who waits for it");
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
