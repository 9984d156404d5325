package eu.lethe.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;

/** What is dangerous by default exists in a local stack alone. */
class PreconditionsTest {

    private static final String[] SOUND = {
        "--server.port=0",
        "--lethe.identity.client-secret=of-this-agency",
        "--server.servlet.session.cookie.secure=true",
        "--lethe.gateway.url=https://lethe.example",
        "--lethe.identity.url=https://identity.example"
    };

    @ParameterizedTest
    @CsvSource({
        "--lethe.identity.client-secret=, LETHE_SERVICE_SECRET",
        "--lethe.identity.client-secret=lethe-local, LETHE_SERVICE_SECRET",
        "--server.servlet.session.cookie.secure=false, LETHE_COOKIE_SECURE",
        "--lethe.gateway.url=http://lethe.example, LETHE_GATEWAY_URL",
        "--lethe.identity.url=http://identity.example, LETHE_IDENTITY_URL"
    })
    void without_one_of_them_the_gateway_does_not_start_and_says_which(String setting, String named) {
        var settings = SOUND.clone();
        for (var one = 0; one < settings.length; one++) {
            if (settings[one].startsWith(setting.substring(0, setting.indexOf('=') + 1))) {
                settings[one] = setting;
            }
        }
        assertThatThrownBy(() -> SpringApplication.run(Gateway.class, settings).close())
                .hasMessageStartingWith("The gateway does not start: ")
                .hasMessageContaining(named);
    }

    @Test
    void with_all_of_them_it_starts() {
        SpringApplication.run(Gateway.class, SOUND).close();
    }

    @Test
    void started_with_nothing_it_ends_with_one_sentence_and_no_trace() throws IOException, InterruptedException {
        var java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Gateway.class.getName());
        java.environment().keySet().removeIf(name -> name.startsWith("LETHE_"));
        var gateway = java.redirectErrorStream(true).start();
        var said = new String(gateway.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(gateway.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(gateway.exitValue()).isNotZero();
        assertThat(said)
                .contains("The gateway does not start: ", "LETHE_SERVICE_SECRET", "LETHE_GATEWAY_URL")
                .doesNotContain("\tat ");
    }
}
