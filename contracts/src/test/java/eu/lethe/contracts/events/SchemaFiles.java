package eu.lethe.contracts.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Understands where the schemas lie: today's, one file per {@code ce_type}, and those of every release. */
final class SchemaFiles {

    static final Path TODAY = Path.of("src/main/resources/schemas");
    static final Path RELEASED = Path.of("src/test/resources/schemas/released");

    private static final String SUFFIX = ".json";

    private SchemaFiles() {}

    /** The schemas of a directory by type. */
    static Map<String, JsonNode> in(Path directory) {
        return list(directory).stream()
                .filter(file -> file.toString().endsWith(SUFFIX))
                .collect(Collectors.toMap(
                        file -> file.getFileName().toString().replace(SUFFIX, ""),
                        file -> JsonMapper.shared().readTree(file),
                        (one, other) -> one,
                        TreeMap::new));
    }

    /** Every release, by its directory. */
    static List<Path> releases() {
        return list(RELEASED);
    }

    static void write(Path directory, String type, JsonNode schema) {
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve(type + SUFFIX), writer().writeValueAsString(schema) + "\n");
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    static void delete(Path directory, String type) {
        try {
            Files.deleteIfExists(directory.resolve(type + SUFFIX));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private static ObjectWriter writer() {
        var indented = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        return JsonMapper.shared().writer().with(indented);
    }

    private static List<Path> list(Path directory) {
        if (Files.notExists(directory)) {
            return List.of();
        }
        try (var files = Files.list(directory)) {
            return files.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
