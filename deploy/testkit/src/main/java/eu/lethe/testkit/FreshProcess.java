package eu.lethe.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Understands how a program ends that is started as an operator would, without any of Lethe's settings.
 *
 * @param said all it wrote
 */
public record FreshProcess(int exitCode, String said) {

    /** Starts a program and waits for its end. */
    public static FreshProcess of(Class<?> program) {
        var java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                program.getName());
        java.environment().keySet().removeIf(name -> name.startsWith("LETHE_"));
        try {
            var process = java.redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new FreshProcess(process.waitFor(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
