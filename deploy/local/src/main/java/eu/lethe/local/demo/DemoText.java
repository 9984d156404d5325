package eu.lethe.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Understands the demo's word lists: one entry a line, lines that begin with # are for the reader. */
final class DemoText {

    private DemoText() {}

    static List<String> lines(String resource) {
        try (var stream = DemoText.class.getResourceAsStream("/demo/" + resource)) {
            if (stream == null) {
                throw new IllegalStateException("The demo's list %s is missing from this build.".formatted(resource));
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
