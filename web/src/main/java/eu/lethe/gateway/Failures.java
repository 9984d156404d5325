package eu.lethe.gateway;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Understands every failure that nothing else has put into words; the request's own words are never repeated. */
@RestController
class Failures implements ErrorController {

    @RequestMapping("${spring.web.error.path:${error.path:/error}}")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        causeOf(status).in(request).writeTo(response);
    }

    private static Problem.Cause causeOf(int status) {
        return switch (status) {
            case 401 -> Problem.Cause.UNAUTHENTICATED;
            case 403 -> Problem.Cause.FORBIDDEN;
            case 404 -> Problem.Cause.NOT_FOUND;
            case 405 -> Problem.Cause.METHOD;
            case 413 -> Problem.Cause.TOO_LARGE;
            case 503 -> Problem.Cause.SERVICE_AWAY;
            default -> status < 500 ? Problem.Cause.INVALID : Problem.Cause.UNEXPECTED;
        };
    }
}
