package eu.lethe.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the integrators' guide tells its reader to type, typed. */
class IntegratorGuideIT {

    private static final Pattern COMMANDS = Pattern.compile("^```sh\\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);

    private final RunningStack stack = RunningStack.get();

    @Test
    void every_command_of_the_guide_works_and_ends_with_a_name_in_clear() throws Exception {
        var output = Files.createTempFile("guide", ".out");
        var builder = new ProcessBuilder("bash", "-euo", "pipefail", "-c", commands())
                .directory(stack.repository().toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(output.toFile());
        builder.environment().putAll(stack.environment());

        var shell = builder.start();

        assertThat(shell.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(shell.exitValue()).isZero();
        assertThat(output).content().contains("\"familyName\"");
    }

    private String commands() throws IOException {
        var guide = Files.readString(stack.repository().resolve("docs/integrator-guide.md"));
        return COMMANDS.matcher(guide)
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining("\n"))
                .replace("http://127.0.0.1:8080", stack.gateway());
    }
}
