package eu.lethe.platform.security;

import eu.lethe.platform.catalogue.CatalogueTable;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.json.JsonMapper;

/**
 * Understands which role may call which operation of which service, and how far it reaches: {@code authorisation.csv}, one
 * line per operation of Lethe. What has no line is refused to everybody.
 */
public final class AuthorisationTable {

    private static final String ANYBODY = "*";

    /**
     * One operation.
     *
     * @param service whose operation it is
     * @param path as in OpenAPI, e.g. {@code /api/cases/files/{fileId}}
     * @param roles empty for anybody signed in
     * @param reach what the caller must be near to, e.g. {@code file} of their own unit; {@code agency} for nothing in
     *     particular
     * @param state in which the record must be: {@code live} (then a suspended one answers 423, an erased one 410) or
     *     {@code any}
     */
    public record Row(String service, HttpMethod method, String path, Set<Role> roles, String reach, String state) {}

    private final List<Row> rows;

    private AuthorisationTable(List<Row> rows) {
        this.rows = rows;
    }

    /** Reads the table; an unknown role stops the start, naming the line. */
    static AuthorisationTable read(Resource file) {
        return new AuthorisationTable(CatalogueTable.read(file, line -> {
            var words = line.words("roles");
            return new Row(
                    line.text("service"),
                    HttpMethod.valueOf(line.text("method")),
                    line.text("path"),
                    words.equals(List.of(ANYBODY)) ? Set.of() : roles(words),
                    line.text("reach"),
                    line.text("state"));
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

    /** The table with the operations of one service. */
    AuthorisationTable of(String service) {
        return new AuthorisationTable(
                rows.stream().filter(row -> row.service().equals(service)).toList());
    }

    /** All operations. */
    public List<Row> rows() {
        return rows;
    }

    /**
     * What the table and the API that OpenAPI describes do not have in common, each as {@code GET /api/cases/files}: a row
     * without an operation, or an operation without a row, which is refused to everybody. A build with either fails. The
     * description itself and what is outside the API are not described.
     */
    public List<String> differencesFrom(String openApi) {
        var operations = JsonMapper.shared()
                .readTree(openApi)
                .path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(operation -> operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .collect(Collectors.toSet());
        var described = rows.stream()
                .filter(row -> row.path().startsWith("/api/") && !row.path().endsWith("/openapi.json"))
                .map(row -> row.method() + " " + row.path())
                .collect(Collectors.toSet());
        return Stream.concat(
                        operations.stream()
                                .filter(operation -> !described.contains(operation))
                                .map(operation -> operation + " has no row"),
                        described.stream()
                                .filter(row -> !operations.contains(row))
                                .map(row -> row + " has no operation"))
                .sorted()
                .toList();
    }
}
