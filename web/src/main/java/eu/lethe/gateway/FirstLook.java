package eu.lethe.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Understands being the first to see a request and the last to see its answer: an address that cannot be read goes no further,
 * and whatever was thrown ends in words to the caller and in one line of the log, so that no caller can fill it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FirstLook extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(FirstLook.class);

    private static final List<String> FORMS = List.of("application/x-www-form-urlencoded", "multipart/");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        if (!WellFormed.isAddressOf(request)) {
            Problem.Cause.INVALID.in(request).writeTo(response);
            return;
        }
        if (isForm(request) && ApiPath.ANY.isMeantBy(request)) {
            // whoever asks for a parameter would read the fields, and quote those that are broken
            Problem.Cause.NOT_JSON.in(request).writeTo(response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (IOException gone) {
            LOG.debug("A caller left before the end: {}", gone.getClass().getName());
            answer(Problem.Cause.INVALID, request, response);
        } catch (ServletException | RuntimeException unexpected) {
            LOG.error("Unexpected failure: {}", causesOf(unexpected));
            answer(Problem.Cause.UNEXPECTED, request, response);
        }
    }

    private static boolean isForm(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null
                && FORMS.stream().anyMatch(form -> type.toLowerCase(Locale.ROOT).startsWith(form));
    }

    private static void answer(Problem.Cause cause, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!response.isCommitted()) {
            response.resetBuffer();
            cause.in(request).writeTo(response);
        }
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
