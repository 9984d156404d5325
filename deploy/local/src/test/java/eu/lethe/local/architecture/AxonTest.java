package eu.lethe.local.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Domain code says what it decides in its own words, so that the framework below it stays a choice. */
class AxonTest {

    /**
     * How many files of the product import Axon. It only goes down: whoever needs it less writes the lower number here.
     * Who looks for child protection gives a command by itself, to which nobody else stands nearer.
     * A hold is a subject of its own: its commands, its aggregate, its address, and who tells a restored database of it.
     */
    private static final int CEILING = 117;

    /** How far the ceiling may stand above what there is, before somebody has to lower it. */
    private static final int SLACK = 3;

    @Test
    void no_more_of_the_product_leans_on_axon_than_before() {
        var leaning = filesThatImportAxon();

        assertThat(leaning.size())
                .as(() -> "files that import Axon: say what is decided in words of our own, or in one of these:\n"
                        + String.join("\n", leaning))
                .isLessThanOrEqualTo(CEILING);
        assertThat(CEILING)
                .as("fewer files import Axon now: lower the ceiling to " + leaning.size())
                .isLessThanOrEqualTo(leaning.size() + SLACK);
    }

    private static List<String> filesThatImportAxon() {
        var repository = Path.of("..", "..");
        try (var modules = Files.walk(repository, 2)) {
            return modules.map(module -> module.resolve(Path.of("src", "main", "java")))
                    .filter(Files::isDirectory)
                    .flatMap(AxonTest::sources)
                    .filter(source ->
                            lines(source).anyMatch(line -> line.matches("import (static )?org\\.axonframework\\..*")))
                    .map(source -> repository.relativize(source).toString())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Path> sources(Path directory) {
        try (var tree = Files.walk(directory)) {
            return tree.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<String> lines(Path source) {
        try {
            return Files.readAllLines(source).stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
