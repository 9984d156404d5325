package eu.lethe.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The same journey in a real browser, by keyboard, in French and English, with axe on every screen. */
class BrowserJourneyIT {

    private final RunningStack stack = RunningStack.get();

    @Test
    void the_screens_tell_the_same_story() throws Exception {
        var builder = new ProcessBuilder("npm", "run", "--silent", "e2e")
                .directory(stack.repository().resolve(Path.of("web", "staff")).toFile())
                .inheritIO();
        builder.environment().putAll(stack.environment());
        builder.environment().put("LETHE_URL", stack.gateway());
        builder.environment()
                .put("LETHE_COMMAND", stack.repository().resolve("lethe").toString());

        var browser = builder.start();

        assertThat(browser.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(browser.exitValue()).isZero();
    }
}
