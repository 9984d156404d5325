package eu.lethe.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Understands how a problem is answered before any resource was reached. */
public final class ProblemResponses {

    private final ProblemTexts texts;
    private final JsonMapper json;

    ProblemResponses(ProblemTexts texts, JsonMapper json) {
        this.texts = texts;
        this.json = json;
    }

    /** 401. */
    public void unauthenticated(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer");
        write(Problem.of(HttpStatus.UNAUTHORIZED, "unauthenticated"), request, response);
    }

    /** 403. */
    public void forbidden(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(Problem.forbidden(), request, response);
    }

    /** Any other, for what comes before the resources. */
    public void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(problem.status().value());
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader("Retry-After", "5");
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        json.writeValue(response.getOutputStream(), texts.of(problem, request.getLocale()));
    }
}
