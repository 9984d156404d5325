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
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Understands which bodies go further: those that say that they are too large do not, and of the others no more is read than can be held. */
final class BoundedBodies extends OncePerRequestFilter {

    private final BodyProperties bounds;
    private final ProblemResponses problems;
    private final Semaphore places;

    BoundedBodies(BodyProperties bounds, ProblemResponses problems) {
        this.bounds = bounds;
        this.problems = problems;
        this.places = new Semaphore(bounds.largeAtOnce());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var isDocument = isDocument(request.getContentType());
        var bounded = new BoundedRequest(request, bounds, places, isDocument);
        if (!isDocument && request.getContentLengthLong() > bounded.limit()) {
            problems.write(Problem.of(HttpStatus.CONTENT_TOO_LARGE, "content-too-large"), request, response);
            return;
        }
        try {
            chain.doFilter(bounded, response);
        } finally {
            bounded.end();
        }
    }

    private static boolean isDocument(@Nullable String type) {
        return startsWith(type, "application/octet-stream") || startsWith(type, "text/csv");
    }

    private static boolean startsWith(@Nullable String type, String wanted) {
        return type != null && type.strip().toLowerCase(Locale.ROOT).startsWith(wanted);
    }
}
