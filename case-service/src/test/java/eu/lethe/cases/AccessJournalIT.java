package eu.lethe.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.lethe.cases.running.RunningCaseService;
import eu.lethe.contracts.events.EventJson;
import eu.lethe.contracts.events.EventTypes;
import eu.lethe.contracts.events.access.AccessEvent.PersonalDataOpened;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.testkit.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** Each opening of personal data by a human is written down, and told to whoever asks who has read. */
class AccessJournalIT extends RunningCaseService {

    private UUID person;
    private UUID file;

    @BeforeEach
    void a_file_of_unit_centre() {
        person = register("Journal", "Ines");
        file = openFile(person);
        north().get("/api/cases/me");
    }

    @Test
    void opening_a_file_is_told_with_what_was_shown() {
        file(file);

        var reading = readings().getFirst();
        assertThat(reading.get("reader").get("name").asString()).isEqualTo("Claire Morel");
        assertThat(reading.get("role").asString()).isEqualTo("worker");
        assertThat(reading.get("unit").asString()).isEqualTo("centre");
        assertThat(reading.get("reasonLabel").asString()).isEqualTo("Lecture du dossier");
        assertThat(compartments(reading)).containsExactlyInAnyOrder("identity", "narrative", "coding", "health");
    }

    @Test
    void reading_an_identity_is_not_told_as_reading_a_file() {
        worker().get("/api/cases/persons/" + person);

        var reading = readings().getFirst();
        assertThat(reading.get("reason").asString()).isEqualTo("person");
        assertThat(compartments(reading)).containsExactlyInAnyOrder("identity", "coding");
    }

    @Test
    void whoever_stood_in_a_list_was_seen() {
        var pages = worker().get("/api/cases/files").body().get("total").asInt() / 50;
        for (var page = 0; page <= pages; page++) {
            worker().get("/api/cases/files?page=" + page);
        }

        assertThat(reasons()).contains("list");
    }

    @Test
    void whoever_was_found_was_seen() {
        var name = "Trouvaille" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        person = register(name, "Zoé");
        file = openFile(person);
        await().atMost(SOON).until(() -> !search(name).isEmpty());

        assertThat(reasons()).contains("search");
    }

    @Test
    void what_was_refused_was_not_read() {
        north().get("/api/cases/files/" + file);

        assertThat(readings().stream().map(reading -> reading.get("unit").asString()))
                .doesNotContain("north");
    }

    @Test
    void an_exceptional_access_is_told_with_its_reason() {
        exceptionally();
        north().get("/api/cases/files/" + file);

        var reading = readings().stream()
                .filter(item -> item.get("unit").asString().equals("north"))
                .findFirst()
                .orElseThrow();
        assertThat(reading.get("exceptional").get("reason").asString()).isEqualTo("replacement");
        assertThat(reading.get("exceptional").get("reasonText").asString()).isEqualTo("Absence imprévue.");
    }

    @Test
    void looking_at_who_has_read_is_one_line_if_a_reason_was_opened_and_none_otherwise() {
        file(file);
        var before = readings().size();
        assertThat(readings()).hasSize(before);

        exceptionally();
        north().get("/api/cases/files/" + file);
        readings();

        assertThat(reasons()).filteredOn("readers"::equals).hasSize(1);
    }

    @Test
    void looking_at_it_on_paper_is_one_line() {
        exceptionally();
        north().get("/api/cases/files/" + file);
        var before = readings().size();

        worker().getAs("/api/cases/files/" + file + "/readers", "application/pdf");

        // the line of the look before, and that of the print
        assertThat(readings()).hasSize(before + 2);
    }

    @Test
    void printing_is_told() {
        assertThat(worker().post("/api/cases/files/" + file + "/prints", Map.of())
                        .status())
                .isEqualTo(200);

        assertThat(reasons()).contains("print");
    }

    @Test
    void who_read_the_persons_consents_is_among_them() {
        var reader = UUID.randomUUID();
        Topic.publish(new PersonalDataOpened(
                UUID.randomUUID(),
                List.of(person),
                null,
                reader,
                "worker",
                "centre",
                List.of(Compartment.CONSENT),
                "consents",
                null,
                "consent-service",
                0,
                "leaf",
                "root",
                null,
                Instant.now()));

        await().atMost(SOON).until(() -> reasons().contains("consents"));
    }

    @Test
    void the_person_is_given_it_on_paper() {
        file(file);

        var answer = worker().getAs("/api/cases/files/" + file + "/readers", "application/pdf");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.response().body()).startsWith("%PDF");
        assertThat(reasons()).contains("print");
    }

    @Test
    void the_data_protection_officer_checks_that_an_entry_is_in_the_journal() {
        file(file);
        var dpo = as("dpo", "centre");

        var head = dpo.get("/api/cases/access-journal/head").body();
        var proof = dpo.get(
                        "/api/cases/access-journal/proofs/" + (head.get("size").asLong() - 1))
                .body();

        assertThat(head.get("size").asLong()).isPositive();
        assertThat(proof.get("root").asString()).isNotEmpty();
        assertThat(dpo.get("/api/cases/access-journal/proofs/" + Long.MAX_VALUE).status())
                .isEqualTo(404);
        assertThat(worker().get("/api/cases/access-journal/head").status()).isEqualTo(403);
    }

    @Test
    void the_journal_is_written_though_the_broker_is_dead_and_published_later() {
        try (var cutOff = start(Map.of("spring.kafka.bootstrap-servers", "127.0.0.1:1"))) {
            var there = at(url(cutOff), "worker", "centre");

            assertThat(there.get("/api/cases/files/" + file).status()).isEqualTo(200);
            assertThat(readings().getFirst().get("reason").asString()).isEqualTo("file");
        }
        await().atMost(SOON)
                .until(() -> Topic.messages(EventTypes.ACCESS.topic()).stream()
                        .map(message -> EventJson.mapper().readValue(message.value(), PersonalDataOpened.class))
                        .anyMatch(opened ->
                                file.equals(opened.fileId()) && opened.reason().equals("file")));
    }

    @Test
    void an_exceptional_access_ends_after_eight_hours(@TempDir Path directory) throws IOException {
        exceptionally();
        assertThat(north().get("/api/cases/files/" + file).status()).isEqualTo(200);
        var clock = Files.writeString(directory.resolve("clock"), "PT7H59M\n");

        try (var later = start(Map.of("lethe.clock.file", clock.toString()))) {
            var there = at(url(later), "worker", "north");
            var justBefore = there.get("/api/cases/files/" + file).status();
            Files.writeString(clock, "PT7H59M\nPT61S\n");

            assertThat(justBefore).isEqualTo(200);
            assertThat(there.get("/api/cases/files/" + file).text("type")).isEqualTo("urn:lethe:problem:other-unit");
        }
    }

    private void exceptionally() {
        assertThat(north().post(
                                "/api/cases/files/" + file + "/exceptional-access",
                                Map.of("reason", "replacement", "reasonText", "Absence imprévue."))
                        .status())
                .isEqualTo(201);
    }

    private List<JsonNode> readings() {
        return worker().get("/api/cases/files/" + file + "/readers")
                .body()
                .get("items")
                .valueStream()
                .toList();
    }

    private List<String> reasons() {
        return readings().stream()
                .map(reading -> reading.get("reason").asString())
                .toList();
    }

    private static List<String> compartments(JsonNode reading) {
        return reading.get("compartments").valueStream().map(JsonNode::asString).toList();
    }

    private static ConfigurableApplicationContext start(Map<String, String> differently) {
        var settings = new HashMap<String, Object>(settings());
        settings.putAll(differently);
        settings.put("server.port", "0");
        return new SpringApplicationBuilder(CaseService.class)
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }

    private static String url(ConfigurableApplicationContext instance) {
        return "http://127.0.0.1:" + instance.getEnvironment().getRequiredProperty("local.server.port");
    }
}
