package eu.lethe.incoming;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.coyote.CloseNowException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Understands being the first to see a request and the last to see its answer: an address that cannot be read or a form goes no
 * further, and whatever was thrown ends in words to the caller and in one line of the log, so that no caller can fill it.
 */
public final class FirstLook extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(FirstLook.class);

    private static final List<String> FORMS = List.of("application/x-www-form-urlencoded", "multipart/");

    private final Refusal.Words words;

    /** Answers in these words. */
    public FirstLook(Refusal.Words words) {
        this.words = words;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        if (response.isCommitted()) {
            // the server would have a failure put into words behind an answer that has begun
            return;
        }
        if (!WellFormed.isAddressOf(request)) {
            words.write(Refusal.UNREADABLE, request, response);
        } else if (isForm(request)) {
            // whoever asks for a parameter would read the fields, and quote those that are broken
            words.write(Refusal.FORM, request, response);
        } else {
            pass(request, response, chain);
        }
    }

    private void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException {
        try {
            chain.doFilter(request, response);
        } catch (CloseNowException cutOff) {
            // by who answers: nobody knows what of the request was done, so that it must not be called unreadable
            throw cutOff;
        } catch (IOException gone) {
            LOG.debug("a caller left before the end: {}", gone.getClass().getName());
            answer(Refusal.UNREADABLE, request, response);
        } catch (ServletException | RuntimeException unexpected) {
            LOG.error("unexpected failure: {}", causesOf(unexpected));
            answer(Refusal.UNEXPECTED, request, response);
        }
    }

    private void answer(Refusal why, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            // too late for words, and whoever reads it would wait for the rest: the connection is broken
            throw new CloseNowException();
        }
        response.resetBuffer();
        words.write(why, request, response);
    }

    private static boolean isForm(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null
                && FORMS.stream()
                        .anyMatch(form -> type.strip().toLowerCase(Locale.ROOT).startsWith(form));
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
