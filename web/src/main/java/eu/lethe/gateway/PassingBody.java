package eu.lethe.gateway;

import eu.lethe.incoming.CountedBody;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Understands a body that is handed on while it comes in, no more of it and no longer than allowed. Why it ended early is kept
 * with the request, since the client that hands it on tells only that it did.
 */
final class PassingBody extends HttpServletRequestWrapper {

    private static final String ENDED = PassingBody.class.getName() + ".ended";

    private final long limit;
    private final boolean isCut;
    private final long deadline;

    private PassingBody(HttpServletRequest request, long limit, boolean isCut, Duration time) {
        super(request);
        this.limit = limit;
        this.isCut = isCut;
        this.deadline = System.nanoTime() + time.toNanos();
    }

    /** Fails when it is longer than the limit. */
    static PassingBody within(HttpServletRequest request, long limit, Duration time) {
        return new PassingBody(request, limit, false, time);
    }

    /** Ends one byte past the limit, whatever comes: too much for the service, which says so. */
    static PassingBody cut(HttpServletRequest request, long limit, Duration time) {
        return new PassingBody(request, limit + 1, true, time);
    }

    /** Why the body of this request ended before its time, if it did. */
    static Optional<Problem.Cause> endOf(HttpServletRequest request) {
        return Optional.ofNullable((Problem.Cause) request.getAttribute(ENDED));
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new CountedBody(super.getInputStream(), new Bounds());
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private IOException ended(Problem.Cause cause, String why) {
        setAttribute(ENDED, cause);
        return new IOException(why);
    }

    /** Each end leaves its reason. */
    private final class Bounds implements CountedBody.Bounds {

        @Override
        public long limit() {
            return limit;
        }

        @Override
        public boolean isCut() {
            return isCut;
        }

        @Override
        public void passed(long bytes) throws IOException {
            if (bytes > limit) {
                throw ended(Problem.Cause.TOO_LARGE, "the body is too large");
            }
            if (System.nanoTime() - deadline > 0) {
                throw ended(Problem.Cause.TOO_SLOW, "the body takes too long");
            }
        }

        @Override
        public IOException broken(IOException why) {
            return why instanceof SocketTimeoutException || why.getCause() instanceof SocketTimeoutException
                    ? ended(Problem.Cause.TOO_SLOW, "the body does not come")
                    : ended(Problem.Cause.INVALID, "the caller is gone");
        }
    }
}
