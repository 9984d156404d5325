package eu.lethe.platform.sealing;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.coyote.CloseNowException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Understands that no answer goes on being given for longer than a lease lasts, however slowly it is read: what was opened
 * for it may have been suspended since. What is cut short breaks the connection, so that nobody takes it for whole.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
public final class AnswersUnderLease extends OncePerRequestFilter {

    private static final String RENEWING = AnswersUnderLease.class.getName() + ".renewing";
    private static final String CUT = AnswersUnderLease.class.getName() + ".cut";
    private static final int PIECE = 16 * 1024;

    private final LongSupplier nanoTime;
    private final Duration lasting;

    /** Under leases that last so long. */
    AnswersUnderLease(LongSupplier nanoTime, Duration lasting) {
        this.nanoTime = nanoTime;
        this.lasting = lasting;
    }

    /** The answer asks for its key again with each piece, as {@link Reading#openStream} does: it may go on for longer. */
    public static void renewsItself(HttpServletRequest request) {
        request.setAttribute(RENEWING, true);
    }

    /** The answer, which has begun, must not go on: its connection is broken. */
    public static void cut(HttpServletRequest request) {
        request.setAttribute(CUT, true);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var begun = nanoTime.getAsLong();
        try {
            chain.doFilter(request, new Answer(request, response, begun));
        } catch (IOException | ServletException | RuntimeException failure) {
            if (request.getAttribute(CUT) == null) {
                throw failure;
            }
        }
        if (request.getAttribute(CUT) != null) {
            throw new CloseNowException();
        }
    }

    private final class Answer extends HttpServletResponseWrapper {

        private final HttpServletRequest request;
        private final long begun;
        private @Nullable ServletOutputStream out;

        private Answer(HttpServletRequest request, HttpServletResponse response, long begun) {
            super(response);
            this.request = request;
            this.begun = begun;
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            if (out == null) {
                out = new Pieces(super.getOutputStream(), this);
            }
            return out;
        }

        private void requireLease() throws IOException {
            if (request.getAttribute(RENEWING) == null && nanoTime.getAsLong() - begun >= lasting.toNanos()) {
                cut(request);
                throw new CloseNowException();
            }
        }
    }

    private static final class Pieces extends ServletOutputStream {

        private final ServletOutputStream target;
        private final Answer answer;

        private Pieces(ServletOutputStream target, Answer answer) {
            this.target = target;
            this.answer = answer;
        }

        @Override
        public void write(int one) throws IOException {
            answer.requireLease();
            target.write(one);
        }

        @Override
        public void write(byte[] some, int offset, int length) throws IOException {
            for (var from = offset; from < offset + length; from += PIECE) {
                answer.requireLease();
                target.write(some, from, Math.min(PIECE, offset + length - from));
            }
        }

        @Override
        public void flush() throws IOException {
            target.flush();
        }

        @Override
        public void close() throws IOException {
            target.close();
        }

        @Override
        public boolean isReady() {
            return target.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            target.setWriteListener(listener);
        }
    }
}
