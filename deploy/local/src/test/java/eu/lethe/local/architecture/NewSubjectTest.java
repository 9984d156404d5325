package eu.lethe.local.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/new-subject.md} leads nowhere that is not there: each piece of its example stands, and so does its test. */
class NewSubjectTest {

    private static final Path REPOSITORY = Path.of("..", "..");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| [^|]+ \\| `(?<piece>[^`|]+)` \\| (?<test>`[^|]+`) \\|$");
    private static final Pattern JAVA_TEST = Pattern.compile("`(?<module>[^`]+)` `(?<type>\\w+)(#(?<method>\\w+))?`");

    record Step(String piece, String test) {}

    static List<Step> steps() throws IOException {
        return ROW.matcher(Files.readString(REPOSITORY.resolve("docs/new-subject.md")))
                .results()
                .map(row -> new Step(row.group("piece"), row.group("test")))
                .toList();
    }

    @Test
    void every_row_of_the_tables_is_a_step() throws IOException {
        var rows = Files.readAllLines(REPOSITORY.resolve("docs/new-subject.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| Piece"));

        assertThat(steps()).hasSize((int) rows.count()).hasSizeGreaterThan(15);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void its_piece_is_there_and_its_test_too(Step step) throws IOException {
        assertThat(REPOSITORY.resolve(step.piece())).isRegularFile();
        var java = JAVA_TEST.matcher(step.test());
        if (!java.matches()) {
            assertThat(REPOSITORY.resolve(step.test().replace("`", ""))).isRegularFile();
            return;
        }
        var tests = sources(java.group("module"), java.group("type"));
        assertThat(tests)
                .as("%s in %s", java.group("type"), java.group("module"))
                .isNotEmpty();
        var method = Objects.requireNonNullElse(java.group("method"), java.group("type"));
        assertThat(tests).anyMatch(test -> text(test).matches("(?s).*\\b" + method + "\\b.*"));
    }

    private static List<Path> sources(String module, String type) throws IOException {
        try (Stream<Path> tests = Files.walk(REPOSITORY.resolve(module).resolve(Path.of("src", "test", "java")))) {
            return tests.filter(file -> file.endsWith(type + ".java")).toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
