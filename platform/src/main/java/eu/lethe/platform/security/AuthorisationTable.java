package eu.lethe.platform.security;

import eu.lethe.platform.catalogue.CatalogueTable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpMethod;

/**
 * Understands which role may call which operation: {@code authorisation.csv} of a service, one line per operation. What
 * has no line is refused to everybody.
 */
public final class AuthorisationTable {

    private static final String ANYBODY = "*";

    /**
     * One operation.
     *
     * @param path as in OpenAPI, e.g. {@code /api/cases/files/{fileId}}
     * @param roles empty for anybody signed in
     */
    public record Row(HttpMethod method, String path, Set<Role> roles) {}

    private final List<Row> rows;

    private AuthorisationTable(List<Row> rows) {
        this.rows = rows;
    }

    /** Reads the table; an unknown role stops the start, naming the line. */
    static AuthorisationTable read(Resource file) {
        return new AuthorisationTable(CatalogueTable.read(file, line -> {
            var words = line.words("roles");
            return new Row(
                    HttpMethod.valueOf(line.text("method")),
                    line.text("path"),
                    words.equals(List.of(ANYBODY)) ? Set.of() : roles(words));
        }));
    }

    private static Set<Role> roles(List<String> codes) {
        if (codes.isEmpty()) {
            throw new IllegalArgumentException("roles is empty; write * for anybody signed in");
        }
        return codes.stream()
                .map(code -> Role.of(code).orElseThrow(() -> new IllegalArgumentException("unknown role " + code)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** All operations. */
    public List<Row> rows() {
        return rows;
    }
}
