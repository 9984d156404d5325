package eu.lethe.retention.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.retention.running.Answer;
import eu.lethe.retention.running.RunningRetention;
import eu.lethe.retention.running.Someone;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeysIT extends RunningRetention {

    @Test
    void a_person_is_born_with_a_key_of_every_compartment() {
        var person = born();

        assertThat(Stream.of("identity", "narrative", "coding", "health", "third-party")
                        .map(compartment -> key(Someone.CASE_SERVICE, person + "." + compartment + ".1")
                                .status()))
                .containsOnly(200);
        assertThat(Stream.of("consent", "rights")
                        .map(compartment -> key(Someone.CONSENT_SERVICE, person + "." + compartment + ".1")
                                .status()))
                .containsOnly(200);
    }

    @Test
    void a_key_is_answered_as_a_jwk_and_stays_the_same() {
        var person = born();
        var kid = person + ".identity.1";
        CONSENTS.grant(person);

        var jwk = key(Someone.CASE_SERVICE, kid);

        assertThat(jwk.textAt("/kty")).isEqualTo("oct");
        assertThat(jwk.textAt("/kid")).isEqualTo(kid);
        assertThat(jwk.textAt("/k")).hasSize(43);
        assertThat(key(Someone.INTEGRATOR, kid).textAt("/k")).isEqualTo(jwk.textAt("/k"));
    }

    @Test
    void the_reserve_is_for_case_service_alone() {
        assertThat(post(Someone.CONSENT_SERVICE, "/api/retention/reserves", Map.of("count", 1))
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"count\":0}", "{\"count\":10001}", "{\"count\":\"1\"}", "{}", "{\"count\":1,\"more\":1}"})
    void a_reserve_of_no_sensible_size_is_refused(String body) {
        assertThat(post(Someone.CASE_SERVICE, "/api/retention/reserves", body).status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "CASE_SERVICE, identity narrative coding health third-party rights",
        "CONSENT_SERVICE, consent rights",
        "REPORTING_SERVICE, coding health",
        "INTEGRATOR, identity",
        "UNCONFIGURED_SERVICE, ''"
    })
    void each_client_leases_its_own_compartments_and_no_others(Someone client, String permitted) {
        var person = born();
        List.of("identity", "narrative", "coding", "health", "third-party", "consent", "rights")
                .forEach(compartment -> CONSENTS.grant(person, "partner-referral", "partners", compartment));

        var leased = Stream.of("identity", "narrative", "coding", "health", "third-party", "consent", "rights")
                .filter(compartment ->
                        key(client, person + "." + compartment + ".1").status() == 200)
                .collect(Collectors.joining(" "));

        assertThat(leased).isEqualTo(permitted);
    }

    @Test
    void unknown_foreign_malformed_and_never_leased_are_answered_alike() {
        var foreign = key(Someone.INTEGRATOR, born() + ".narrative.1");
        var unknown = key(Someone.INTEGRATOR, UUID.randomUUID() + ".identity.1");
        var laterGeneration = key(Someone.INTEGRATOR, born() + ".identity.2");
        var malformed = key(Someone.INTEGRATOR, "nothing");

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(Stream.of(unknown, laterGeneration, malformed).map(KeysIT::told))
                .containsOnly(told(foreign));
    }

    @Test
    void a_thousand_keys_are_leased_in_one_round_trip() {
        var persons = reserve(1000);

        var answer = post(
                Someone.CASE_SERVICE,
                "/api/retention/leases",
                Map.of(
                        "kids",
                        persons.stream().map(person -> person + ".identity.1").toList()));

        assertThat(answer.each("/keys")).hasSize(1000);
        assertThat(answer.each("/refused")).isEmpty();
    }

    @Test
    void the_current_key_is_found_without_knowing_its_generation() {
        var person = born();

        var answer = post(
                Someone.CASE_SERVICE,
                "/api/retention/leases",
                Map.of("current", List.of(Map.of("personId", person, "compartment", "narrative"))));

        assertThat(answer.textAt("/keys/0/kid")).isEqualTo(person + ".narrative.1");
    }

    @Test
    void what_is_not_leased_of_a_batch_is_named_with_its_reason() {
        var person = born();

        var answer = post(
                Someone.REPORTING_SERVICE,
                "/api/retention/leases",
                Map.of(
                        "kids",
                        List.of(person + ".coding.1", person + ".identity.1"),
                        "current",
                        List.of(Map.of("personId", UUID.randomUUID(), "compartment", "health"))));

        assertThat(answer.each("/keys")).hasSize(1);
        assertThat(answer.each("/refused").map(refused -> refused.at("/status").asInt()))
                .containsExactly(404, 404);
        assertThat(answer.textAt("/refused/0/kid")).isEqualTo(person + ".identity.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kids\":[null]}",
                "{\"kids\":[\"nothing\"]}",
                "{\"current\":[{\"personId\":null,\"compartment\":\"identity\"}]}",
                "{\"current\":[{}]}",
                "{\"keys\":[]}"
            })
    void a_batch_that_makes_no_sense_is_refused(String body) {
        assertThat(post(Someone.CASE_SERVICE, "/api/retention/leases", body).status())
                .isEqualTo(400);
    }

    @Test
    void staff_are_never_leased_a_key() {
        var kid = born() + ".identity.1";

        assertThat(Stream.of(Someone.WORKER, Someone.DPO, Someone.ADMIN, Someone.AUDITOR)
                        .map(staff -> key(staff, kid).status()))
                .containsOnly(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from content_key",
                "truncate content_key",
                "delete from key_ledger",
                "update key_ledger set epoch = 0",
                "delete from certificate"
            })
    void postgresql_refuses_the_service_what_only_the_key_remover_may(String statement) throws SQLException {
        try (var connection = database().connect();
                var sql = connection.createStatement()) {
            assertThatThrownBy(() -> sql.execute(statement)).hasMessageContaining("permission denied");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update content_key set state = 'live'",
                "insert into epoch values (99, now())",
                "select * from domain_event"
            })
    void postgresql_refuses_the_key_remover_everything_else(String statement) throws SQLException {
        try (var connection = database().as("lethe_key_remover").connect();
                var sql = connection.createStatement()) {
            assertThatThrownBy(() -> sql.execute(statement)).hasMessageContaining("permission denied");
        }
    }

    @Test
    void ids_of_persons_tell_nothing_of_when_they_were_made() {
        assertThat(reserve(5)).allSatisfy(person -> assertThat(person.version()).isEqualTo(4));
    }

    @Test
    void key_ids_go_in_one_order_whatever_order_they_came_in() {
        var person = UUID.randomUUID();
        var sorted = IntStream.rangeClosed(1, 3)
                .mapToObj(generation -> new KeyId(person, Compartment.CODING, generation))
                .toList();

        assertThat(sorted.reversed().stream().sorted(KeyArrays.ORDER)).containsExactlyElementsOf(sorted);
    }

    /** All but the number that every answer has of its own. */
    private static String told(Answer answer) {
        return answer.text().replaceAll("urn:uuid:[0-9a-f-]+", "");
    }

    private UUID born() {
        return reserve(1).getFirst();
    }

    private List<UUID> reserve(int count) {
        return post(Someone.CASE_SERVICE, "/api/retention/reserves", Map.of("count", count))
                .each("/personIds")
                .map(id -> UUID.fromString(id.asString()))
                .toList();
    }

    private Answer key(Someone caller, String kid) {
        return get(caller, "/api/retention/keys/" + kid);
    }
}
