package eu.lethe.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.testkit.FreshProcess;
import org.junit.jupiter.api.Test;

class StartedWithNothingTest {

    @Test
    void the_service_ends_and_says_what_is_missing_in_one_sentence_without_a_trace() {
        var ended = FreshProcess.of(ReportingService.class);

        assertThat(ended.exitCode()).isNotZero();
        assertThat(ended.said())
                .contains(
                        "reporting-service does not start: ",
                        "LETHE_DB_PASSWORD",
                        "LETHE_KAFKA_SECURITY",
                        "LETHE_IDENTITY_URL")
                .doesNotContain("\tat ", "\\tat ");
    }
}
