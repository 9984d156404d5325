package eu.lethe.retention.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.lethe.retention.running.RunningRetention;
import eu.lethe.retention.running.Someone;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

class PassingKeysIT extends RunningRetention {

    private static final String MAKE = "/api/retention/passing-keys";

    @Autowired
    private JdbcTemplate rows;

    @Test
    void a_passing_key_is_leased_until_its_time_is_over_and_is_then_in_the_ledger() {
        var kid = make(clock.now().plus(Duration.ofDays(3))) + ".narrative.1";
        assertThat(status(kid)).isEqualTo(200);

        passes("PT71H");
        assertThat(status(kid)).isEqualTo(200);
        passes("PT61M");

        await().atMost(Duration.ofSeconds(10)).until(() -> status(kid) == 410);
        assertThat(rows.queryForObject(
                        "select count(*) from key_ledger where person_id = ?", Integer.class, subject(kid)))
                .isEqualTo(1);
        assertThat(rows.queryForObject(
                        "select count(*) from content_key where person_id = ?", Integer.class, subject(kid)))
                .isZero();
    }

    @Test
    void a_row_that_an_old_copy_of_the_database_brings_back_stays_removed() {
        var kid = make(clock.now().plus(Duration.ofHours(1))) + ".narrative.1";
        var copy = rows.queryForMap("select * from content_key where person_id = ?", subject(kid));
        passes("PT61M");
        await().atMost(Duration.ofSeconds(10)).until(() -> status(kid) != 200);

        rows.update(
                "insert into content_key (person_id, compartment, generation, wrapped, epoch) values (?, ?, ?, ?, ?)",
                copy.get("person_id"),
                copy.get("compartment"),
                copy.get("generation"),
                copy.get("wrapped"),
                copy.get("epoch"));

        assertThat(status(kid)).isNotEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT73H", "-PT1S", "P3650D"})
    void an_end_that_is_over_or_far_away_is_refused(String ahead) {
        var answer = post(
                Someone.CASE_SERVICE,
                MAKE,
                Map.of("endsAt", clock.now().plus(Duration.parse(ahead)).toString()));

        assertThat(answer.status()).isEqualTo(422);
    }

    @Test
    void only_case_service_has_passing_keys_made() {
        var request = Map.of("endsAt", clock.now().plus(Duration.ofHours(1)).toString());

        assertThat(post(Someone.CONSENT_SERVICE, MAKE, request).status()).isEqualTo(403);
        assertThat(post(Someone.INTEGRATOR, MAKE, request).status()).isEqualTo(403);
    }

    private UUID make(Instant endsAt) {
        var answer = post(Someone.CASE_SERVICE, MAKE, Map.of("endsAt", endsAt.toString()));
        assertThat(answer.status()).isEqualTo(200);
        return UUID.fromString(answer.textAt("/subjectId"));
    }

    private int status(String kid) {
        return get(Someone.CASE_SERVICE, "/api/retention/keys/" + kid).status();
    }

    private static UUID subject(String kid) {
        return UUID.fromString(kid.substring(0, kid.indexOf('.')));
    }
}
