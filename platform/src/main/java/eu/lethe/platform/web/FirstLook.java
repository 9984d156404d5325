package eu.lethe.platform.web;

import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.problem.ProblemResponses;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Understands being the first to see a request and the last to see its answer: an address that cannot be read, a form or a body
 * that is too large goes no further, and whatever was thrown ends in words to the caller and in one line of the log, so that
 * no caller can fill it.
 */
final class FirstLook extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(FirstLook.class);

    private final BodyProperties bounds;
    private final ProblemResponses problems;
    private final Semaphore places;

    FirstLook(BodyProperties bounds, ProblemResponses problems) {
        this.bounds = bounds;
        this.problems = problems;
        this.places = new Semaphore(bounds.largeAtOnce());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        var type = request.getContentType();
        var bounded = new BoundedRequest(request, bounds, places, isDocument(type));
        if (!WellFormed.isAddressOf(request)) {
            problems.write(Problem.of(HttpStatus.BAD_REQUEST, "invalid-request"), request, response);
        } else if (isForm(type)) {
            // servlets read its fields as parameters
            problems.write(Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type"), request, response);
        } else if (!isDocument(type) && request.getContentLengthLong() > bounded.limit()) {
            problems.write(Problem.of(HttpStatus.CONTENT_TOO_LARGE, "content-too-large"), request, response);
        } else {
            pass(bounded, response, chain);
        }
    }

    private void pass(BoundedRequest request, HttpServletResponse response, FilterChain chain) throws IOException {
        try {
            chain.doFilter(request, response);
        } catch (IOException gone) {
            LOG.debug("a caller left before the end: {}", gone.getClass().getName());
            answer(Problem.of(HttpStatus.BAD_REQUEST, "invalid-request"), request, response);
        } catch (ServletException | RuntimeException unexpected) {
            LOG.error("unexpected failure: {}", causesOf(unexpected));
            answer(Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected"), request, response);
        } finally {
            request.end();
        }
    }

    private void answer(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!response.isCommitted()) {
            response.resetBuffer();
            problems.write(problem, request, response);
        }
    }

    private static boolean isDocument(@Nullable String type) {
        return startsWith(type, "application/octet-stream") || startsWith(type, "text/csv");
    }

    private static boolean isForm(@Nullable String type) {
        return startsWith(type, "application/x-www-form-urlencoded") || startsWith(type, "multipart/");
    }

    private static boolean startsWith(@Nullable String type, String wanted) {
        return type != null && type.strip().toLowerCase(Locale.ROOT).startsWith(wanted);
    }

    /** Without messages, which may quote the request. */
    private static String causesOf(Throwable failure) {
        var cause = failure.getCause();
        if (cause != null) {
            return failure.getClass().getName() + " < " + causesOf(cause);
        }
        var trace = failure.getStackTrace();
        return failure.getClass().getName() + " at " + (trace.length == 0 ? "unknown" : trace[0]);
    }
}
