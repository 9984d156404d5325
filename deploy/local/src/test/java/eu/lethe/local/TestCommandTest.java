package eu.lethe.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./lethe test} after a failure: what passed is not tested again, and nothing that did not pass is left out. */
class TestCommandTest {

    private static final Path LETHE = script();

    private record Outcome(int exitCode, String said) {}

    @TempDir
    private Path repository;

    @BeforeEach
    void a_repository_of_three_modules_and_a_maven_that_only_says_how_they_went() throws IOException {
        Files.copy(LETHE, repository.resolve("lethe"));
        write("pom.xml", "<modules>\n  <module>one</module>\n  <module>deep/two</module>\n  <module>three</module>\n");
        for (var module : List.of("one", "deep/two", "three")) {
            var name = module.substring(module.indexOf('/') + 1);
            write(
                    module + "/pom.xml",
                    "  <artifactId>lethe-%s</artifactId>\n  <name>Lethe %1$s</name>\n".formatted(name));
        }
        write("bin/mvn", """
                #!/bin/sh
                echo "$@" $(ls -d */target/passed */*/target/passed 2>/dev/null) >>called
                cat summary
                exit $(cat exit)
                """);
        Files.setPosixFilePermissions(repository.resolve("bin/mvn"), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void what_passed_is_not_tested_again_when_the_run_is_resumed() throws Exception {
        modulesGo("SUCCESS", "FAILURE", "SKIPPED");

        var failed = lethe("test");
        lethe("test", "--resume");

        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.said()).contains("./lethe test --resume");
        assertThat(called()).hasSize(2);
        assertThat(called().getFirst()).doesNotContain("resume", "passed");
        assertThat(called().getLast()).contains("-Dlethe.resume=true").endsWith(" one/target/passed");
    }

    @Test
    void a_run_from_the_beginning_tests_everything() throws Exception {
        modulesGo("SUCCESS", "SUCCESS", "SUCCESS");

        assertThat(lethe("test").exitCode()).isZero();
        lethe("test");

        assertThat(called().getLast()).doesNotContain("resume", "passed");
    }

    @Test
    void what_passed_the_second_time_is_remembered_and_what_fails_then_is_forgotten() throws Exception {
        modulesGo("SUCCESS", "SUCCESS", "FAILURE");
        lethe("test");
        modulesGo("SUCCESS", "FAILURE", "SKIPPED");

        lethe("test", "--resume");

        assertThat(repository.resolve("one/target/passed")).exists();
        assertThat(repository.resolve("deep/two/target/passed")).doesNotExist();
    }

    @Test
    void mavens_own_word_is_taken_for_any_module() throws Exception {
        modulesGo("SUCCESS", "SUCCESS", "SUCCESS");

        lethe("test", "-rf", ":lethe-three", "-Dlethe.seed=7");

        assertThat(called().getFirst())
                .contains("-Dlethe.resume=true", "-Dlethe.seed=7", " deep/two/target/passed", " one/target/passed")
                .doesNotContain("-rf", "three");
    }

    @Test
    void a_module_that_ran_beside_the_one_that_failed_is_not_passed_over() throws Exception {
        modulesGo("SUCCESS", "SKIPPED", "FAILURE");
        lethe("test");

        lethe("test", "-rf", ":lethe-three");

        assertThat(called().getLast()).endsWith(" one/target/passed");
    }

    @Test
    void a_module_that_there_is_not_is_named() throws Exception {
        modulesGo("SUCCESS", "SUCCESS", "SUCCESS");

        var refused = lethe("test", "-rf", ":lethe-four");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.said()).contains(":lethe-four");
        assertThat(repository.resolve("called")).doesNotExist();
    }

    @Test
    void the_script_finds_what_every_module_is_called() throws IOException {
        var root = Objects.requireNonNull(LETHE.getParent());
        var modules = Pattern.compile("(?m)^ *<module>(.*)</module>")
                .matcher(Files.readString(root.resolve("pom.xml")))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(modules)
                .isNotEmpty()
                .allSatisfy(module -> assertThat(
                                Files.readString(root.resolve(module).resolve("pom.xml")))
                        .containsPattern("(?m)^  <artifactId>lethe-.*</artifactId>$")
                        .containsPattern("(?m)^  <name>Lethe .*</name>$"));
    }

    private void modulesGo(String... results) throws IOException {
        var summary = new StringBuilder();
        var names = List.of("one", "two", "three");
        for (var i = 0; i < results.length; i++) {
            summary.append("[INFO] Lethe %s .............. %s [  1.5 s]%n".formatted(names.get(i), results[i]));
        }
        write("summary", summary.toString());
        write("exit", Stream.of(results).allMatch("SUCCESS"::equals) ? "0" : "1");
    }

    private Outcome lethe(String... words) throws Exception {
        var said = repository.resolve("said");
        var builder = new ProcessBuilder(
                        Stream.concat(Stream.of(repository.resolve("lethe").toString()), Stream.of(words))
                                .toList())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("LETHE_STATE", repository.resolve("state").toString());
        builder.environment().put("LETHE_CHROMIUM", "/bin/sh");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().merge("PATH", repository.resolve("bin").toString(), (path, bin) -> bin + ":" + path);
        var exitCode = builder.start().waitFor();
        return new Outcome(exitCode, Files.readString(said));
    }

    private List<String> called() throws IOException {
        return Files.readAllLines(repository.resolve("called"));
    }

    private void write(String file, String content) throws IOException {
        var path = repository.resolve(file);
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        Files.writeString(path, content);
    }

    private static Path script() {
        var directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("lethe"))) {
            directory = Objects.requireNonNull(directory.getParent(), "./lethe is not above this directory");
        }
        return directory.resolve("lethe");
    }
}
