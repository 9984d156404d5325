package eu.lethe.local.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Understands one operation as its OpenAPI document describes it.
 *
 * @param document the document it stands in, which holds the schemas it refers to
 */
record OpenApiOperation(String method, String path, JsonNode description, JsonNode document) {

    /** All operations of all documents, in a fixed order. */
    static List<OpenApiOperation> all(Path repository) {
        return Stream.of("cases", "consents", "reports", "retention")
                .map(name -> read(repository.resolve("docs/openapi").resolve(name + ".json")))
                .flatMap(document -> document.path("paths")
                        .propertyStream()
                        .flatMap(path -> path.getValue()
                                .propertyStream()
                                .map(operation -> new OpenApiOperation(
                                        operation.getKey().toUpperCase(Locale.ROOT),
                                        path.getKey(),
                                        operation.getValue(),
                                        document))))
                .toList();
    }

    List<JsonNode> parameters(String place) {
        return description
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asString().equals(place))
                .toList();
    }

    /** The schema of the JSON that it takes, if it takes any. */
    Optional<JsonNode> body() {
        var schema = description
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        return schema.isMissingNode() ? Optional.empty() : Optional.of(schema);
    }

    /** What a schema is, behind the reference that it may be. */
    JsonNode resolved(JsonNode schema) {
        var reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : resolved(document.at(reference.substring(1)));
    }

    String name() {
        return method + " " + path;
    }

    private static JsonNode read(Path file) {
        try {
            return JsonMapper.shared().readTree(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
