package eu.lethe.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.lethe.cases.running.Api;
import eu.lethe.cases.running.RunningCaseService;
import eu.lethe.contracts.events.retention.ErasureEvent.PersonSuspended;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.testkit.Topic;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class SecondInstanceIT extends RunningCaseService {

    @Test
    void an_instance_started_later_finds_who_was_registered_before_and_after() {
        register("Ancienne", "Adèle");

        try (var second = start()) {
            var there = ready(second);
            register("Nouvelle", "Nina");

            assertThat(found(there, "Ancienne")).contains("Ancienne");
            await().atMost(SOON).until(() -> found(there, "Nouvelle").contains("Nouvelle"));
        }
    }

    @Test
    void an_instance_is_not_ready_before_it_can_find_everybody() {
        register("Attendue", "Alma");
        RETENTION.goAway();

        try (var second = start()) {
            var there = at(url(second), "worker", "centre");
            var whileAway = there.get("/actuator/health/readiness").status();
            var searching = there.post("/api/cases/search", Map.of("text", "Attendue"));
            RETENTION.comeBack();

            assertThat(whileAway).isEqualTo(503);
            assertThat(searching.text("type")).isEqualTo("urn:lethe:problem:search-building");
            assertThat(found(ready(second), "Attendue")).contains("Attendue");
        }
    }

    @Test
    void what_was_sent_to_one_and_again_to_one_that_started_since_is_recorded_once() {
        var key = UUID.randomUUID().toString();
        var first = worker().postUnder("/api/cases/persons", Map.of("familyName", "Envoyée"), key);

        try (var second = start()) {
            var again = ready(second).postUnder("/api/cases/persons", Map.of("familyName", "Envoyée"), key);

            assertThat(again.status()).isEqualTo(201);
            assertThat(again.id("personId")).isEqualTo(first.id("personId"));
        }
    }

    @Test
    void who_is_suspended_leaves_the_index_of_every_instance() {
        var person = register("Partout", "Pau");

        try (var second = start()) {
            var there = ready(second);
            Topic.publish(new PersonSuspended(
                    UUID.randomUUID(), person, List.of(Compartment.IDENTITY), true, Instant.now(), Instant.now()));

            await().atMost(SOON).until(() -> !found(there, "Partout").contains("Partout"));
            await().atMost(SOON).until(() -> !search("Partout").contains("Partout"));
        }
    }

    private static ConfigurableApplicationContext start() {
        var settings = new HashMap<String, Object>(settings());
        settings.put("server.port", "0");
        return new SpringApplicationBuilder(CaseService.class)
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }

    private static Api ready(ConfigurableApplicationContext instance) {
        var there = at(url(instance), "worker", "centre");
        await().atMost(SOON).until(() -> there.get("/actuator/health/readiness").status() == 200);
        return there;
    }

    private static String url(ConfigurableApplicationContext instance) {
        return "http://127.0.0.1:" + instance.getEnvironment().getRequiredProperty("local.server.port");
    }

    private static List<String> found(Api api, String text) {
        return api.post("/api/cases/search", Map.of("text", text))
                .body()
                .get("items")
                .valueStream()
                .map(item -> item.get("familyName").asString())
                .toList();
    }
}
