package eu.lethe.gateway;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Understands which address a request means: the parsed and decoded path, by which it is routed. What guards the way and what
 * chooses it must not read an address differently, or {@code /%61pi} passes between them.
 */
final class ApiPath {

    /** Everything that services answer. */
    static final ApiPath ANY = new ApiPath("/api/**");
    /** Where a document is laid with a contact. */
    static final ApiPath ATTACHMENTS = new ApiPath("/api/cases/files/{fileId}/contacts/{contactId}/attachments");
    /** Where a table of files is taken over. */
    static final ApiPath IMPORTS = new ApiPath("/api/cases/imports");
    /** The gateway's own figures. */
    static final ApiPath FIGURES = new ApiPath("/actuator/prometheus");

    private final PathPattern pattern;

    private ApiPath(String pattern) {
        this.pattern = PathPatternParser.defaultInstance.parse(pattern);
    }

    boolean isMeantBy(HttpServletRequest request) {
        var path = ServletRequestPathUtils.hasParsedRequestPath(request)
                ? ServletRequestPathUtils.getParsedRequestPath(request)
                : ServletRequestPathUtils.parseAndCache(request);
        return pattern.matches(path.pathWithinApplication());
    }
}
