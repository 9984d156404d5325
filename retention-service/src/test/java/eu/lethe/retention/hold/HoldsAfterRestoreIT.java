package eu.lethe.retention.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.lethe.retention.running.Answer;
import eu.lethe.retention.running.ErasuresAsked;
import eu.lethe.retention.running.RestorableRetention;
import eu.lethe.retention.running.RestorableRetention.Part;
import eu.lethe.retention.running.Someone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was held is held, and what was released is not, also when the database that was put back knows nothing of it. */
class HoldsAfterRestoreIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String HOLDS = "/api/retention/holds";
    private static final String KEPT = "legal-holds.jws";

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    private RestorableRetention retention;
    private ErasuresAsked erasures;
    private UUID person;

    @BeforeEach
    void a_person(@TempDir Path directory) {
        retention = RestorableRetention.in(directory);
        erasures = new ErasuresAsked(retention);
        person = retention.born();
    }

    @AfterEach
    void ends() {
        retention.close();
    }

    @Test
    void one_placed_after_the_backup_stands_against_the_erasure_that_the_backup_knows_as_approved()
            throws SQLException {
        var erasure = erasures.approved(person);
        retention.backUp("before");
        var hold = place();
        assertThat(retention
                        .post(
                                Someone.DPO,
                                HOLDS + "/" + hold + "/reassessment",
                                Map.of("reassessOn", today.plusMonths(6)))
                        .status())
                .isEqualTo(200);

        restored();
        erasures.everybodyCaughtUp(erasure);

        await().atMost(SOON).until(() -> erasures.show(erasure).textAt("/state").equals("cancelled"));
        assertThat(erasures.show(erasure).textAt("/progress/droppedOut/0/cause"))
                .isEqualTo("on-hold");
        assertThat(erasures.show(erasure).at("/progress/removed").asInt()).isZero();
        var known = holds(false);
        assertThat(known.idAt("/items/0/holdId")).isEqualTo(hold);
        assertThat(known.idAt("/items/0/personId")).isEqualTo(person);
        assertThat(known.textAt("/items/0/reason")).isEqualTo("judicial-inquiry");
        assertThat(known.textAt("/items/0/reassessOn"))
                .isEqualTo(today.plusMonths(6).toString());
        assertThat(known.textAt("/items/0/placedBy/id")).isEqualTo("10000000-0000-4000-8000-000000000003");
        release(hold);
        assertThat(holds(false).at("/items")).isEmpty();
    }

    @Test
    void one_released_after_the_backup_does_not_come_back() throws SQLException {
        var hold = place();
        retention.backUp("before");
        release(hold);

        restored();

        await().atMost(SOON).until(() -> holds(true).at("/items").size() == 1);
        assertThat(holds(false).at("/items")).isEmpty();
        assertThat(holds(true).idAt("/items/0/holdId")).isEqualTo(hold);
        assertThat(holds(true).textAt("/items/0/released/reason")).isEqualTo("handed-over");
        var erasure = erasures.approved(person);
        erasures.everybodyCaughtUp(erasure);
        await().atMost(SOON).until(() -> erasures.show(erasure).textAt("/state").equals("removed"));
    }

    @Test
    void where_what_was_held_is_lost_nothing_goes_on_by_itself() throws SQLException, IOException {
        var erasure = erasures.approved(person);
        retention.backUp("before");
        place();

        retention.stop();
        retention.restore("before", Part.POSTGRESQL, Part.KAFKA);
        Files.delete(retention.live(Part.KEYS).resolve(KEPT));
        retention.start();
        erasures.everybodyCaughtUp(erasure);

        await().atMost(SOON).until(() -> erasures.show(erasure).textAt("/recalled/stop"), "unknown"::equals);
        assertThat(retention
                        .post(Someone.ADMIN, ErasuresAsked.path(erasure) + "/execution", null)
                        .textAt("/type"))
                .endsWith("erasure-paused");
        assertThat(erasures.show(erasure).at("/progress/removed").asInt()).isZero();

        place();
        assertThat(retention
                        .post(
                                Someone.APPROVER,
                                ErasuresAsked.path(erasure) + "/resumption",
                                Map.of("confirmedCount", 1))
                        .status())
                .isEqualTo(200);
        await().atMost(SOON).until(() -> erasures.show(erasure).textAt("/state").equals("cancelled"));
        assertThat(erasures.show(erasure).at("/progress/removed").asInt()).isZero();
    }

    @Test
    void nothing_is_removed_while_what_is_held_cannot_be_read_and_it_goes_on_once_it_can()
            throws SQLException, IOException {
        var erasure = erasures.approved(person);
        var file = retention.live(Part.KEYS).resolve(KEPT);
        await().atMost(SOON).until(() -> Files.exists(file));
        var kept = Files.readAllBytes(file);
        Files.writeString(file, "not the agency's word");

        erasures.everybodyCaughtUp(erasure);

        var refused = retention.post(Someone.ADMIN, ErasuresAsked.path(erasure) + "/execution", null);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.textAt("/type")).endsWith("holds-unknown");
        assertThat(refused.textAt("/detail")).contains(KEPT);
        assertThat(erasures.show(erasure).at("/progress/removed").asInt()).isZero();
        Files.write(file, kept);
        await().atMost(SOON).until(() -> erasures.show(erasure).textAt("/state").equals("removed"));
    }

    private UUID place() {
        var placed = retention.post(
                Someone.DPO,
                HOLDS,
                Map.of("personId", person, "reason", "judicial-inquiry", "reassessOn", today.plusMonths(1)));
        assertThat(placed.status()).as(placed.text()).isEqualTo(201);
        return placed.idAt("/holdId");
    }

    private void release(UUID hold) {
        assertThat(retention
                        .post(Someone.ADMIN, HOLDS + "/" + hold + "/release", Map.of("reason", "handed-over"))
                        .status())
                .isEqualTo(200);
    }

    private Answer holds(boolean released) {
        return retention.get(Someone.DPO, HOLDS + "?released=" + released);
    }

    private void restored() {
        retention.stop();
        retention.restore("before", Part.POSTGRESQL, Part.KAFKA);
        retention.start();
    }
}
