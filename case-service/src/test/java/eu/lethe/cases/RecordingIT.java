package eu.lethe.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.lethe.cases.running.Api;
import eu.lethe.cases.running.RunningCaseService;
import eu.lethe.contracts.events.EventJson;
import eu.lethe.contracts.events.EventTypes;
import eu.lethe.contracts.events.cases.ContactEvent.ContactRecorded;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.Jwe;
import eu.lethe.contracts.sealing.SealingContext;
import eu.lethe.platform.security.AuthorisationTable;
import eu.lethe.testkit.ServedDocument;
import eu.lethe.testkit.Topic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class RecordingIT extends RunningCaseService {

    private static final String FIGURES = "/actuator/prometheus";

    private static final String CANARY = "Canari-Zyxwv";

    @Autowired
    private JdbcClient database;

    @Autowired
    private AuthorisationTable table;

    @Test
    void a_contact_is_read_back_at_once() {
        var file = openFile(register("Lefèvre", "Anaïs"));

        record(file, "Première visite, loyer impayé.", "P03.4", "I01.1");

        var contact = file(file).body().get("contacts").get(0);
        assertThat(contact.get("text").asString()).isEqualTo("Première visite, loyer impayé.");
        assertThat(contact.get("codes").valueStream().map(code -> code.asString()))
                .containsExactlyInAnyOrder("P03.4", "I01.1");
        assertThat(contact.get("author").get("name").asString()).isEqualTo("Claire Morel");
        assertThat(contact.get("unreadable").isEmpty()).isTrue();
    }

    @Test
    void a_file_that_was_kept_on_paper_keeps_the_day_on_which_it_was_opened() {
        var answer = open(register("Papier", "Paule"), "2021-02-03");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(file(answer.id("fileId")).text("openedOn")).isEqualTo("2021-02-03");
    }

    @Test
    void a_file_is_not_opened_on_a_day_to_come_nor_longer_ago_than_files_are_kept() {
        var person = register("Demain", "Denis");
        var today = java.time.LocalDate.now(java.time.ZoneId.of("Europe/Paris"));

        for (var day : List.of(today.plusDays(1), today.minusYears(50).minusDays(1))) {
            var answer = open(person, day.toString());
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body().get("errors").get(0).get("pointer").asString())
                    .isEqualTo("/openedOn");
        }
        assertThat(open(person, today.toString()).status()).isEqualTo(201);
    }

    private Api.Answer open(UUID person, String day) {
        return worker().post("/api/cases/files", Map.of("personId", person, "unit", "centre", "openedOn", day));
    }

    @Test
    void a_person_needs_a_family_name_and_nothing_else() {
        var person = register(Map.of("familyName", "Benali"));

        var answer = worker().get("/api/cases/persons/" + person);

        assertThat(answer.text("familyName")).isEqualTo("Benali");
        assertThat(answer.body().get("givenName").isNull()).isTrue();
        assertThat(answer.text("unit")).isEqualTo("centre");
    }

    @Test
    void a_person_is_read_with_age_and_household() {
        var birth = java.time.LocalDate.now(java.time.ZoneId.of("Europe/Paris")).minusYears(40);
        var person = register(
                Map.of("familyName", "Da Silva", "birthDate", birth.toString(), "householdType", "single-parent"));

        var answer = worker().get("/api/cases/persons/" + person).body();

        assertThat(answer.get("age").asInt()).isEqualTo(40);
        assertThat(answer.get("householdType").asString()).isEqualTo("single-parent");
    }

    @Test
    void what_is_on_kafka_opens_with_the_key_and_nothing_else() {
        var person = register("Garnier", "Paul");
        var contact = record(openFile(person), "Aide alimentaire.");

        var event = await().atMost(SOON)
                .until(() -> published(contact), found -> !found.isEmpty())
                .getFirst();

        assertThat(event.text().keyId().personId()).isEqualTo(person);
        assertThat(new String(
                        Jwe.open(
                                RETENTION.keys().key(event.text().keyId()),
                                new SealingContext(contact, "text"),
                                event.text()),
                        StandardCharsets.UTF_8))
                .isEqualTo("\"Aide alimentaire.\"");
    }

    @Test
    void no_clear_text_is_in_any_table_or_message() {
        var person = register(
                Map.of("familyName", CANARY, "givenName", CANARY, "address", CANARY, "phone", CANARY, "email", CANARY));
        var contact = record(openFile(person), CANARY, "P03.4");
        await().atMost(SOON).until(() -> !published(contact).isEmpty());

        assertThat(everyRow()).doesNotContain(CANARY).doesNotContain("P03.4");
        assertThat(Topic.messages(EventTypes.CASES.topic()).stream()
                        .map(message -> new String(message.value(), StandardCharsets.UTF_8)))
                .noneMatch(value -> value.contains(CANARY) || value.contains("P03.4"));
    }

    @Test
    void health_codes_are_sealed_apart() {
        var health = "P05.1";
        var contact = record(openFile(register("Roux", "Inès")), "Santé.", health, "P03.4");

        var event = await().atMost(SOON)
                .until(() -> published(contact), found -> !found.isEmpty())
                .getFirst();

        assertThat(Stream.of(event.healthCodes(), event.codes())
                        .map(Objects::requireNonNull)
                        .map(codes -> codes.keyId().compartment()))
                .containsExactly(Compartment.HEALTH, Compartment.CODING);
    }

    @Test
    void a_person_has_one_file() {
        var person = register("Petit", "Luc");
        var file = openFile(person);

        var second = worker().post("/api/cases/files", Map.of("personId", person, "unit", "centre"));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("type")).isEqualTo("urn:lethe:problem:file-exists");
        assertThat(second.id("fileId")).isEqualTo(file);
    }

    @Test
    void a_unit_on_paper_opens_no_file() {
        var answer = worker().post("/api/cases/files", Map.of("personId", register("Noël", "Eve"), "unit", "islands"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("type")).isEqualTo("urn:lethe:problem:paper-unit");
    }

    @Test
    void a_worker_of_another_unit_is_refused_everywhere() {
        var person = register("Fontaine", "Zoé");
        var file = openFile(person);
        var north = as("worker", "north");

        assertThat(List.of(
                        north.get("/api/cases/persons/" + person).status(),
                        north.get("/api/cases/files/" + file).status(),
                        north.post("/api/cases/files/" + file + "/contacts", Map.of("date", "2026-01-05", "text", "…"))
                                .status(),
                        north.post("/api/cases/files", Map.of("personId", person, "unit", "north"))
                                .status(),
                        north.post("/api/cases/files", Map.of("personId", person, "unit", "centre"))
                                .status()))
                .containsOnly(403);
    }

    @Test
    void another_unit_does_not_find_the_person() {
        register("Quintilien", "Aude");
        await().atMost(SOON).until(() -> !search("Quintilien").isEmpty());

        var found = as("worker", "north").post("/api/cases/search", Map.of("text", "Quintilien"));

        assertThat(found.body().get("items").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dpo", "statistician", "auditor", "integrator", "retention-admin"})
    void nobody_else_sees_a_units_files(String role) {
        assertThat(as(role, "centre").get("/api/cases/files").status()).isEqualTo(403);
    }

    @Test
    void a_lead_sees_the_units_files_and_reads_none() {
        var file = openFile(register("Vue", "Lou"));
        var lead = as("lead", "centre");

        assertThat(lead.get("/api/cases/files").status()).isEqualTo(200);
        assertThat(lead.get("/api/cases/files/" + file).status()).isEqualTo(403);
    }

    @Test
    void the_unknown_is_not_found() {
        assertThat(file(UUID.randomUUID()).status()).isEqualTo(404);
    }

    @Test
    void the_units_files_are_listed_with_their_names() {
        var file = openFile(register("Listé", "Jean"));

        var items = worker().get("/api/cases/files?page=0").body();
        var pages = items.get("total").asInt() / items.get("size").asInt();
        var listed = java.util.stream.IntStream.rangeClosed(0, pages)
                .boxed()
                .flatMap(page -> worker().get("/api/cases/files?page=" + page)
                        .body()
                        .get("items")
                        .valueStream())
                .filter(item -> item.get("fileId").asString().equals(file.toString()))
                .toList();

        assertThat(listed).singleElement().satisfies(item -> {
            assertThat(item.get("person").get("familyName").asString()).isEqualTo("Listé");
            assertThat(item.get("state").asString()).isEqualTo("live");
        });
    }

    @Test
    void every_operation_has_its_row_and_every_row_its_operation() {
        assertThat(table.differencesFrom(
                        worker().get("/api/cases/openapi.json").body().toString()))
                .isEmpty();
    }

    @Test
    void the_document_kept_in_the_repository_says_what_the_service_says() {
        var document = new ServedDocument(
                        "cases", worker().get("/api/cases/openapi.json").body().toString())
                .keptIfAskedTo();

        assertThat(document.differencesFromKept())
                .as(ServedDocument.toKeepItAnew(RecordingIT.class))
                .isEmpty();
    }

    @Test
    void recording_is_measured() {
        record(openFile(register("Mesuré", "Max")), "Chronomètre.");

        assertThat(as("service", "").get(FIGURES).response().body()).contains("lethe_recorded_seconds_count");
    }

    @Test
    void what_is_measured_is_shown_to_the_agency_s_own_programs_alone() {
        assertThat(worker().get(FIGURES).status()).isEqualTo(403);
        assertThat(as("dpo", "centre").get(FIGURES).status()).isEqualTo(403);
    }

    private List<ContactRecorded> published(UUID contact) {
        return Topic.messages(EventTypes.CASES.topic()).stream()
                .filter(message -> Topic.header(message, "ce_type").equals("lethe.cases.ContactRecorded.v1"))
                .map(message -> EventJson.mapper().readValue(message.value(), ContactRecorded.class))
                .filter(event -> event.contactId().equals(contact))
                .toList();
    }

    private String everyRow() {
        var tables = database.sql("select tablename from pg_tables where schemaname = 'public'")
                .query(String.class)
                .list();
        return tables.stream()
                .flatMap(table ->
                        database
                                .sql("select row_to_json(t)::text from " + table + " t")
                                .query(String.class)
                                .list()
                                .stream())
                .map(RecordingIT::withHexDecoded)
                .collect(Collectors.joining("\n"));
    }

    /** PostgreSQL shows bytes in hexadecimal. */
    private static String withHexDecoded(String row) {
        return java.util.regex.Pattern.compile("\\\\\\\\x((?:[0-9a-f]{2})+)")
                .matcher(row)
                .replaceAll(hex -> java.util.regex.Matcher.quoteReplacement(
                        new String(java.util.HexFormat.of().parseHex(hex.group(1)), StandardCharsets.UTF_8)));
    }
}
