package eu.lethe.retention.hold;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.retention.running.Persons;
import eu.lethe.retention.running.RetentionProcess;
import eu.lethe.retention.running.Someone;
import eu.lethe.testkit.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is kept when the process is killed. */
class HoldsAfterRestartIT {

    private static final String HOLDS = "/api/retention/holds";

    @TempDir
    private Path state;

    @Test
    void a_hold_is_in_force_and_can_be_released_after_the_process_was_killed() throws Exception {
        var today = LocalDate.now(ZoneOffset.UTC);
        try (var retention = new RetentionProcess(state)) {
            var person = UUID.fromString(retention
                    .post(Someone.CASE_SERVICE, "/api/retention/reserves", Map.of("count", 1))
                    .textAt("/personIds/0"));
            Topic.publish(Persons.registered(person), UUID.randomUUID());
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> erasable(retention, person) == 1);
            var hold = retention
                    .post(
                            Someone.DPO,
                            HOLDS,
                            Map.of("personId", person, "reason", "rights-request", "reassessOn", today.plusMonths(1)))
                    .idAt("/holdId");

            retention.kill();
            retention.start();

            assertThat(retention.get(Someone.DPO, HOLDS).idAt("/items/0/holdId"))
                    .isEqualTo(hold);
            assertThat(erasable(retention, person)).isZero();
            var released = retention.post(
                    Someone.ADMIN, HOLDS + "/" + hold + "/release", Map.of("reason", "request-answered"));
            assertThat(released.status()).isEqualTo(200);
            assertThat(erasable(retention, person)).isEqualTo(1);
        }
    }

    private static int erasable(RetentionProcess retention, UUID person) {
        return retention
                .post(
                        Someone.ADMIN,
                        "/api/retention/erasures",
                        Map.of("personIds", List.of(person), "reason", "right-exercised"))
                .at("/preview/erasable")
                .asInt(-1);
    }
}
