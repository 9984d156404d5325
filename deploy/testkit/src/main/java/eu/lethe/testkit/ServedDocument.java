package eu.lethe.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Understands the OpenAPI document that a running service gives out, and whether the one kept in {@code docs/openapi} says the
 * same. The kept one is read where no service runs: by integrators, and by the build of the front end.
 *
 * <p>Kept anew when the test that asks runs with {@code -Dlethe.openapi.write=true}.
 */
public final class ServedDocument {

    private static final Path KEPT = Path.of("../docs/openapi");

    private final String api;
    private final JsonNode served;

    /** Of an API, as {@code cases} of {@code /api/cases}. */
    public ServedDocument(String api, String served) {
        this.api = api;
        this.served = withoutAddress(JsonMapper.shared().readTree(served));
    }

    /** Keeps it, if whoever runs the test asked for that. */
    public ServedDocument keptIfAskedTo() {
        if (Boolean.getBoolean("lethe.openapi.write")) {
            keep();
        }
        return this;
    }

    /** Where it does not say what the kept one says, as JSON pointers. */
    public List<String> differencesFromKept() {
        var differences = new ArrayList<String>();
        compare("", kept(), served, differences);
        return differences;
    }

    /** What to run if the service is right. */
    public static String toKeepItAnew(Class<?> test) {
        return "to keep it anew: mvn -f %s/pom.xml verify -Dtest=ArchitectureTest -Dit.test=%s -Dlethe.openapi.write=true"
                .formatted(Path.of("").toAbsolutePath().getFileName(), test.getSimpleName());
    }

    /** Where the service runs is no part of what it says, and differs each time. */
    private static JsonNode withoutAddress(JsonNode document) {
        return ((ObjectNode) document).without("servers");
    }

    private static void compare(String at, JsonNode kept, JsonNode served, List<String> differences) {
        if (kept.isObject() && served.isObject()) {
            var members = new TreeSet<>(kept.propertyNames());
            members.addAll(served.propertyNames());
            for (var member : members) {
                compare(
                        at + "/" + member.replace("~", "~0").replace("/", "~1"),
                        kept.path(member),
                        served.path(member),
                        differences);
            }
        } else if (!kept.equals(served)) {
            differences.add("%s: kept %s, served %s".formatted(at, brief(kept), brief(served)));
        }
    }

    private static String brief(JsonNode value) {
        return value.isMissingNode() ? "nothing" : value.isObject() ? "an object" : value.toString();
    }

    private JsonNode kept() {
        return Files.exists(file()) ? JsonMapper.shared().readTree(file()) : MissingNode.getInstance();
    }

    private void keep() {
        var indented = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        try {
            Files.createDirectories(KEPT);
            Files.writeString(
                    file(), JsonMapper.shared().writer().with(indented).writeValueAsString(served) + "\n");
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private Path file() {
        return KEPT.resolve(api + ".json");
    }
}
