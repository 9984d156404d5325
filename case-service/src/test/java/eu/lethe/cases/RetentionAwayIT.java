package eu.lethe.cases;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.cases.running.RunningCaseService;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.sealing.LeasedKeys;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RetentionAwayIT extends RunningCaseService {

    private static final List<Compartment> USED =
            List.of(Compartment.IDENTITY, Compartment.NARRATIVE, Compartment.CODING, Compartment.HEALTH);

    @Autowired
    private LeasedKeys keys;

    @Test
    void a_file_whose_keys_are_leased_goes_on() {
        var file = openFile(register("Loué", "Lise"));
        record(file, "Avant la panne.");

        RETENTION.goAway();
        record(file, "Pendant la panne.");

        assertThat(file(file).body().get("contacts").size()).isEqualTo(2);
    }

    @Test
    void somebody_new_is_registered_and_spoken_with() {
        RETENTION.goAway();

        var file = openFile(register("Réserve", "Rémi"));
        record(file, "Première visite pendant la panne.", "P03.4");

        assertThat(file(file).status()).isEqualTo(200);
    }

    @Test
    void a_file_whose_keys_are_not_leased_waits() {
        var person = register("Attend", "Ali");
        var file = openFile(person);
        RETENTION.goAway();
        keys.evict(person, USED);

        var refused = recordOn(file, "Trop tard.");

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.text("type")).isEqualTo("urn:lethe:problem:keys-unavailable");
        assertThat(refused.response().headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void a_file_whose_keys_are_not_leased_cannot_be_read_for_now() {
        var person = register("Illisible", "Ida");
        var file = openFile(person);
        RETENTION.goAway();
        keys.evict(person, USED);

        assertThat(file(file).status()).isEqualTo(503);
    }

    @Test
    void an_empty_reserve_says_so() {
        RETENTION.goAway();

        var answer = java.util.stream.IntStream.range(0, 200)
                .mapToObj(number -> worker().post("/api/cases/persons", Map.of("familyName", "Numéro")))
                .filter(each -> each.status() != 201)
                .findFirst();

        assertThat(answer).hasValueSatisfying(refused -> {
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.response().headers().firstValue("Retry-After")).isPresent();
        });
    }
}
