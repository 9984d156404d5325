package eu.lethe.platform.web;

import eu.lethe.incoming.CountedBody;
import eu.lethe.platform.problem.BodyRefused;
import eu.lethe.platform.problem.Problem;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Understands a request of which no more is read than a service can hold, and whose parameters are clean texts. */
final class BoundedRequest extends HttpServletRequestWrapper {

    private static final long PATIENCE_SECONDS = 10;

    private final BodyProperties bounds;
    private final Semaphore places;
    private final boolean isDocument;
    private final long deadline;
    private boolean hasPlace;

    BoundedRequest(HttpServletRequest request, BodyProperties bounds, Semaphore places, boolean isDocument) {
        super(request);
        this.bounds = bounds;
        this.places = places;
        this.isDocument = isDocument;
        this.deadline = System.nanoTime() + bounds.time().toNanos();
    }

    /** What a body of this kind may weigh; of a document one byte more is handed on, so that its resource says why. */
    long limit() {
        return isDocument
                ? bounds.documentLimit().toBytes() + 1
                : bounds.limit().toBytes();
    }

    /** Once the request is answered, another large body may come in. */
    void end() {
        if (hasPlace) {
            places.release();
            hasPlace = false;
        }
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new CountedBody(super.getInputStream(), new Bounds());
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public @Nullable String getParameter(String name) {
        var typed = super.getParameter(name);
        return typed == null ? null : CleanText.of(typed);
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        var typed = super.getParameterValues(name);
        return typed == null ? null : cleaned(typed);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        var clean = new LinkedHashMap<String, String[]>();
        super.getParameterMap().forEach((name, values) -> clean.put(name, cleaned(values)));
        return clean;
    }

    private static String[] cleaned(String[] typed) {
        return Arrays.stream(typed).map(CleanText::of).toArray(String[]::new);
    }

    private void requirePlace() throws BodyRefused {
        if (hasPlace || isDocument) {
            return;
        }
        try {
            hasPlace = places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        if (!hasPlace) {
            throw new BodyRefused(Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "busy"));
        }
    }

    /** A place is asked for when the body turns out to be large. */
    private final class Bounds implements CountedBody.Bounds {

        @Override
        public long limit() {
            return BoundedRequest.this.limit();
        }

        @Override
        public boolean isCut() {
            return false;
        }

        @Override
        public void passed(long bytes) throws IOException {
            if (bytes > limit()) {
                throw new BodyRefused(Problem.of(HttpStatus.CONTENT_TOO_LARGE, "content-too-large"));
            }
            if (!isDocument && System.nanoTime() - deadline > 0) {
                throw new BodyRefused(Problem.of(HttpStatus.REQUEST_TIMEOUT, "too-slow"));
            }
            if (bytes > bounds.largeFrom().toBytes()) {
                requirePlace();
            }
        }

        @Override
        public IOException broken(IOException why) {
            return why;
        }
    }
}
