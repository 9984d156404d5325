package eu.lethe.gateway;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/** Understands why the gateway itself refuses a request (RFC 9457), in the reader's language and without echoing the request. */
record Problem(
        String type,
        String title,
        String detail,
        int status,
        @JsonIgnore String language) {

    private static final JsonMapper JSON = new JsonMapper();
    /** Without this, an English machine would answer French readers in English. */
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** What can be wrong, each with its status and, in problems.properties, its words. */
    enum Cause {
        UNAUTHENTICATED("unauthenticated", HttpStatus.UNAUTHORIZED),
        FORBIDDEN("forbidden", HttpStatus.FORBIDDEN),
        CSRF("csrf", HttpStatus.FORBIDDEN),
        INVALID("invalid-request", HttpStatus.BAD_REQUEST),
        NOT_FOUND("not-found", HttpStatus.NOT_FOUND),
        METHOD("method-not-allowed", HttpStatus.METHOD_NOT_ALLOWED),
        TOO_LARGE("too-large", HttpStatus.CONTENT_TOO_LARGE),
        TOO_SLOW("too-slow", HttpStatus.REQUEST_TIMEOUT),
        TOO_MANY("too-many", HttpStatus.TOO_MANY_REQUESTS),
        BUSY("busy", HttpStatus.SERVICE_UNAVAILABLE),
        NOT_JSON("not-json", HttpStatus.UNSUPPORTED_MEDIA_TYPE),
        SERVICE_AWAY("service-unavailable", HttpStatus.SERVICE_UNAVAILABLE),
        IDENTITY_AWAY("identity-unavailable", HttpStatus.SERVICE_UNAVAILABLE),
        NO_ANSWER("no-answer", HttpStatus.GATEWAY_TIMEOUT),
        UNEXPECTED("unexpected", HttpStatus.INTERNAL_SERVER_ERROR);

        private final String code;
        private final HttpStatus status;

        Cause(String code, HttpStatus status) {
            this.code = code;
            this.status = status;
        }

        Problem in(HttpServletRequest request) {
            var locale = localeOf(request);
            var words = wordsIn(locale);
            return new Problem(
                    "urn:lethe:problem:" + code,
                    words.getString(code + ".title"),
                    words.getString(code + ".detail"),
                    status.value(),
                    locale.getLanguage());
        }
    }

    /** As the answer of a route. */
    ServerResponse asResponse() {
        var response = ServerResponse.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header("Content-Language", language);
        if (isForLater()) {
            response.header("Retry-After", "5");
        }
        return response.body(this);
    }

    /** As the answer of a filter, where no route has been chosen yet. */
    void writeTo(HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader("Content-Language", language);
        if (status == HttpStatus.UNAUTHORIZED.value()) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"lethe\"");
        }
        if (isForLater()) {
            response.setHeader("Retry-After", "5");
        }
        response.getOutputStream().write(JSON.writeValueAsString(this).getBytes(StandardCharsets.UTF_8));
    }

    private boolean isForLater() {
        return status == HttpStatus.SERVICE_UNAVAILABLE.value() || status == HttpStatus.TOO_MANY_REQUESTS.value();
    }

    /** The gateway's words in the language that the request asks for. */
    static ResourceBundle wordsFor(HttpServletRequest request) {
        return wordsIn(localeOf(request));
    }

    private static ResourceBundle wordsIn(Locale locale) {
        return ResourceBundle.getBundle("gateway.problems", locale, NO_FALLBACK);
    }

    private static Locale localeOf(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return Locale.FRENCH;
        }
        return Collections.list(request.getLocales()).stream()
                .map(locale -> Locale.of(locale.getLanguage()))
                .filter(locale -> locale.equals(Locale.FRENCH) || locale.equals(Locale.ENGLISH))
                .findFirst()
                .orElse(Locale.FRENCH);
    }
}
