package eu.lethe.local.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The same journey in a real browser, by keyboard, in French and English, with axe on every screen. */
class BrowserJourneyIT {

    private final RunningStack stack = RunningStack.get();

    @Test
    void the_screens_tell_the_same_story() throws Exception {
        var printed = Files.createTempFile("browser", ".out");
        var builder = new ProcessBuilder("npm", "run", "--silent", "e2e")
                .directory(stack.repository().resolve(Path.of("web", "staff")).toFile())
                .redirectErrorStream(true)
                // the test's own standard streams are the build's way to talk to it
                .redirectOutput(printed.toFile());
        builder.environment().putAll(stack.environment());
        builder.environment().put("LETHE_URL", stack.gateway());
        builder.environment()
                .put("LETHE_COMMAND", stack.repository().resolve("lethe").toString());

        var browser = builder.start();

        assertThat(browser.waitFor(30, TimeUnit.MINUTES)).isTrue();
        assertThat(browser.exitValue()).as(() -> contentOf(printed.toFile())).isZero();
    }
}
