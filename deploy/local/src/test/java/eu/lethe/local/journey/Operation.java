package eu.lethe.local.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** Understands a line of the authorisation table: an operation, who may call it, and how far it reaches. */
record Operation(String service, String method, String path, List<String> roles, String reach, String state) {

    private static final String TABLE = "platform/src/main/resources/authorisation.csv";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    /** All lines whose operations the gateway passes on. */
    static List<Operation> all(Path repository) {
        try (var lines = Files.lines(repository.resolve(TABLE))) {
            return lines.skip(1)
                    .map(line -> line.split(",", -1))
                    .map(cells -> new Operation(
                            cells[0], cells[1], cells[2], List.of(cells[3].split(" ")), cells[4], cells[5]))
                    .filter(operation -> operation.path().startsWith("/api/"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean permits(String role) {
        return roles.contains(role) || roles.contains("*");
    }

    /** Whether it is about one record that somebody's unit has, or has not. */
    boolean reachesARecord() {
        return !reach.equals("agency") && !reach.equals("other-file");
    }

    boolean needsALiveRecord() {
        return reachesARecord() && state.equals("live");
    }

    /** As OpenAPI names it. */
    String name() {
        return method + " " + path;
    }

    /** The path with the ids of a record; what the record does not know is nobody's. */
    String at(Map<String, String> ids) {
        return PLACEHOLDER
                .matcher(path)
                .replaceAll(found ->
                        ids.getOrDefault(found.group(1), UUID.randomUUID().toString()));
    }

    @Override
    public String toString() {
        return name();
    }
}
