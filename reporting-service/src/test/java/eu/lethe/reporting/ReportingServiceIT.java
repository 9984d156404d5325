package eu.lethe.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.lethe.contracts.events.cases.ContactEvent.ContactRecorded;
import eu.lethe.contracts.events.retention.ErasureEvent.KeysRemoved;
import eu.lethe.contracts.events.retention.ErasureEvent.PersonRestored;
import eu.lethe.contracts.events.retention.ErasureEvent.PersonSuspended;
import eu.lethe.contracts.events.retention.ErasureEvent.PruningOrdered;
import eu.lethe.contracts.events.retention.ErasureEvent.RemovalCompleted;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.platform.sealing.LeasedKeys;
import eu.lethe.platform.security.AuthorisationTable;
import eu.lethe.testkit.ServedDocument;
import eu.lethe.testkit.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the service does, seen from its edges. */
class ReportingServiceIT extends RunningReportingService {

    @Autowired
    private AuthorisationTable table;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private LeasedKeys keys;

    @Test
    void a_contact_counts_its_person_file_problems_and_interventions() {
        record(person(), List.of("P03.4", "I01.1"), NONE);

        await().atMost(SOON).until(() -> figure("persons", null) == 1);
        assertThat(figure("households", null)).isEqualTo(1);
        assertThat(figure("problems", "housing")).isEqualTo(1);
        assertThat(figure("interventions", "listening")).isEqualTo(1);
    }

    @Test
    void health_codes_are_counted_although_they_are_sealed_apart() {
        record(person(), NONE, List.of("P05.1"));

        await().atMost(SOON).until(() -> figure("problems", "health") == 1);
    }

    @Test
    void somebody_met_three_times_counts_once() {
        var person = person();
        record(person, List.of("P03.4"), NONE);
        record(person, List.of("P03.1"), NONE);
        record(person, List.of("P01.1"), NONE);

        await().atMost(SOON).until(() -> figure("problems", "access-to-rights") == 1);
        assertThat(figure("problems", "housing")).isEqualTo(1);
        assertThat(figure("persons", null)).isEqualTo(1);
    }

    @Test
    void somebody_mentioned_counts_as_a_person_and_not_as_a_household() {
        record(person(), NONE, NONE, person());

        await().atMost(SOON).until(() -> figure("persons", null) == 2);
        assertThat(figure("households", null)).isEqualTo(1);
    }

    @Test
    void a_message_delivered_twice_counts_once() {
        var person = person();
        var contact = CONTACTS.of(person, "centre", day(), List.of("P03.4"), NONE);
        var id = UUID.randomUUID();
        Topic.publish(contact, id);
        Topic.publish(contact, id);
        Topic.publish(contact);
        // of the same file, hence after the others
        record(person, List.of("P01.1"), NONE);

        await().atMost(SOON).until(() -> figure("problems", "access-to-rights") == 1);
        assertThat(figure("persons", null)).isEqualTo(1);
        assertThat(figure("problems", "housing")).isEqualTo(1);
    }

    @Test
    void an_erasure_moves_no_figure_and_leaves_no_row_that_points_to_the_person() {
        var person = person();
        record(person, List.of("P03.4"), List.of("P05.1"), person());
        await().atMost(SOON).until(() -> figure("problems", "health") == 1);
        var before = figures();

        erase(person);

        assertThat(figures()).isEqualTo(before);
        assertThat(everythingStored()).doesNotContain(person.toString());
    }

    @ParameterizedTest
    @CsvSource({"case-service,wrong-source", "retention-service,not-recorded"})
    void who_writes_to_the_broker_folds_nobody(String source, String code) {
        var person = person();
        record(person, List.of("P03.4"), NONE);
        await().atMost(SOON).until(() -> figure("persons", null) == 1);
        var erasure = UUID.randomUUID();
        var keys = List.of(new KeyId(person, Compartment.CODING, 1));

        var forged = List.of(
                Topic.forge(new KeysRemoved(erasure, person, keys, true, day(), Instant.now()), source),
                Topic.forge(new PruningOrdered(erasure, person, keys, true, Instant.now()), source),
                Topic.forge(new RemovalCompleted(erasure, List.of(person), Instant.now()), source));

        await().atMost(SOON)
                .until(() -> forged.stream().allMatch(id -> Topic.keptAside("lethe.retention.v1", id, code)));
        assertThat(remembered(person)).containsExactly("coding");
        assertThat(meters.counter("lethe.forged", "consumer", "reporting-service.erasure", "code", code)
                        .count())
                .isEqualTo(2);
    }

    @Test
    void what_is_counted_about_health_is_forgotten_with_the_key_of_health() {
        var person = person();
        record(person, List.of("P03.4"), List.of("P05.1"));
        await().atMost(SOON).until(() -> figure("problems", "health") == 1);

        var erasure = UUID.randomUUID();
        var health = new KeyId(person, Compartment.HEALTH, 1);
        NEIGHBOURS.keys().remove(health);
        Topic.publish(new KeysRemoved(erasure, person, List.of(health), false, day(), Instant.now()));

        await().atMost(SOON).until(() -> remembered(person).equals(List.of("coding")));
        assertThat(figure("problems", "health")).isEqualTo(1);
    }

    @Test
    void what_cannot_be_read_in_the_grace_period_is_counted_when_the_erasure_was_called_off() {
        var person = person();
        NEIGHBOURS.keys().suspend(new KeyId(person, Compartment.CODING, 1));
        record(person, List.of("P03.4"), NONE);
        await().atMost(SOON).until(() -> waiting(person) == 1);
        assertThat(figure("persons", null)).isZero();

        NEIGHBOURS.keys().restore(new KeyId(person, Compartment.CODING, 1));
        Topic.publish(new PersonRestored(UUID.randomUUID(), person, Instant.now()));

        await().atMost(SOON).until(() -> figure("problems", "housing") == 1);
        assertThat(waiting(person)).isZero();
    }

    @Test
    void what_waits_for_a_key_is_dropped_when_the_key_goes() {
        var person = person();
        NEIGHBOURS.keys().suspend(new KeyId(person, Compartment.CODING, 1));
        record(person, List.of("P03.4"), NONE);
        await().atMost(SOON).until(() -> waiting(person) == 1);

        erase(person);

        assertThat(waiting(person)).isZero();
    }

    @Test
    void figures_counted_again_are_identical_with_somebody_erased_and_somebody_suspended() {
        var erased = person();
        var suspended = person();
        var mentioned = person();
        NEIGHBOURS.history().clear();
        record(erased, List.of("P03.4"), List.of("P05.1"), mentioned);
        record(suspended, List.of("P03.4"), NONE);
        record(person(), List.of("P03.4", "P01.1"), NONE);
        record(person(), List.of("P02.1"), List.of("P10.1"));
        await().atMost(SOON).until(() -> figure("persons", null) == 5 && figure("problems", "disability") == 1);
        var before = figures();
        erase(erased);
        NEIGHBOURS
                .history()
                .removeIf(event -> ((ContactRecorded) event).personId().equals(erased));
        suspend(suspended);

        var rebuilt = as("retention-admin").post("/actuator/rebuild");

        assertThat(rebuilt.status()).as(rebuilt.text()).isEqualTo(200);
        assertThat(figures()).isEqualTo(before);
        assertThat(remembered(mentioned)).containsExactly("coding");

        NEIGHBOURS.keys().restore(new KeyId(suspended, Compartment.CODING, 1));
        Topic.publish(new PersonRestored(UUID.randomUUID(), suspended, Instant.now()));
        await().atMost(SOON).until(() -> waiting(suspended) == 0);
        assertThat(figures()).isEqualTo(before);
    }

    @Test
    void who_is_suspended_while_figures_are_counted_again_and_erased_then_stays_in_them() {
        var erased = person();
        NEIGHBOURS.history().clear();
        record(erased, List.of("P03.4"), NONE);
        record(person(), List.of("P02.1"), NONE);
        await().atMost(SOON).until(() -> figure("persons", null) == 2);
        var before = figures();
        NEIGHBOURS.beforeTelling(() -> {
            NEIGHBOURS.keys().suspend(new KeyId(erased, Compartment.CODING, 1));
            keys.evict(erased, List.of(Compartment.CODING));
        });

        var rebuilt = as("retention-admin").post("/actuator/rebuild");

        assertThat(rebuilt.status()).as(rebuilt.text()).isEqualTo(200);
        assertThat(figures()).isEqualTo(before);
        erase(erased);
        assertThat(figures()).isEqualTo(before);
    }

    @Test
    void only_an_administrator_has_everything_counted_again() {
        assertThat(as("statistician").post("/actuator/rebuild").status()).isEqualTo(403);
    }

    @Test
    void one_units_figures_are_shown_alone() {
        record(person(), NONE, NONE);
        Topic.publish(CONTACTS.of(person(), "north", day(), NONE, NONE));
        await().atMost(SOON).until(() -> grid().contains("{\"unit\":\"north\""));

        var north = as("statistician").get("/api/reports/yearly-grid?year=" + year() + "&unit=north");

        assertThat(north.json().path("units").size()).isEqualTo(1);
        assertThat(north.json().path("cells").valueStream())
                .allSatisfy(cell -> assertThat(cell.path("unit").asString()).isEqualTo("north"));
    }

    @Test
    void the_grid_is_read_in_a_spreadsheet_in_french_or_english() {
        counted("centre", "problems", "housing", 14);
        var path = "/api/reports/yearly-grid?year=" + year();

        assertThat(as("statistician").get(path, "text/csv", "fr").text())
                .startsWith("Année,Circonscription,Mesure,Domaine,Nombre,Observation")
                .contains(year() + ",Circonscription Centre,Problématiques,Logement,14,");
        assertThat(as("statistician").get(path, "text/csv", "en").text())
                .startsWith("Year,Unit,Measure,Area,Number,Note")
                .contains(year() + ",Centre unit,Problems,Housing,14,");
    }

    @Test
    void a_figure_below_the_threshold_leaves_the_service_by_no_way() {
        counted("centre", "persons", "", 40);
        counted("centre", "problems", "housing", 7);
        counted("north", "problems", "housing", 13);
        counted("south", "problems", "housing", 29);
        counted("centre", "information", "", 10);
        counted("centre", "interventions", "listening", 11);

        assertThat(shown("centre", "problems", "housing")).isEqualTo("null");
        assertThat(shown("north", "problems", "housing"))
                .as("without it, the sum of the line would tell the other")
                .isEqualTo("null");
        assertThat(shown("south", "problems", "housing")).isEqualTo("29");
        assertThat(shown("centre", "information", null)).isEqualTo("null");
        assertThat(shown("centre", "interventions", "listening")).isEqualTo("11");
        assertThat(shown("centre", "persons", null)).isEqualTo("40");
        assertThat(shown("north", "persons", null)).as("nobody is not a secret").isEmpty();
    }

    @Test
    void what_is_secret_in_the_whole_grid_is_secret_in_that_of_each_unit() {
        counted("centre", "problems", "housing", 7);
        counted("north", "problems", "housing", 13);

        var north = as("statistician").get("/api/reports/yearly-grid?year=" + year() + "&unit=north");

        assertThat(north.json().at("/cells/0/value").isNull()).isTrue();
        assertThat(north.text().replaceFirst("\"year\":" + year(), ""))
                .as("but for the year, which may be 2013")
                .doesNotContain("13");
    }

    @Test
    void a_spreadsheet_says_secret_and_why() {
        counted("centre", "problems", "housing", 7);
        var path = "/api/reports/yearly-grid?year=" + year();

        assertThat(as("statistician").get(path, "text/csv", "fr").text())
                .contains(
                        "Problématiques,Logement,secret,\"moins de 11, ou un nombre qui permettrait d’en calculer un\"");
        assertThat(as("statistician").get(path, "text/csv", "en").text())
                .contains("Problems,Housing,secret,\"below 11, or a number from which such a one could be computed\"");
        assertThat(as("statistician").get(path).json().path("threshold").asInt())
                .isEqualTo(11);
    }

    @Test
    void a_year_to_come_an_unknown_unit_and_a_year_that_is_none_are_refused() {
        var nextCentury = as("statistician").get("/api/reports/yearly-grid?year=2126");
        assertThat(nextCentury.status()).isEqualTo(400);
        assertThat(as("statistician")
                        .get("/api/reports/yearly-grid?year=2020&unit=nowhere")
                        .status())
                .isEqualTo(400);
        assertThat(as("statistician").get("/api/reports/yearly-grid?year=last").status())
                .isEqualTo(400);
        assertThat(as("statistician")
                        .get("/api/reports/yearly-grid", "text/csv", "fr")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_worker_sees_no_figures() {
        assertThat(as("worker").get("/api/reports/yearly-grid?year=2020").status())
                .isEqualTo(403);
    }

    @Test
    void every_operation_has_its_row_and_every_row_its_operation() {
        assertThat(table.differencesFrom(
                        as("auditor").get("/api/reports/openapi.json").text()))
                .isEmpty();
    }

    @Test
    void the_document_kept_in_the_repository_says_what_the_service_says() {
        var document = new ServedDocument(
                        "reports",
                        as("auditor").get("/api/reports/openapi.json").text())
                .keptIfAskedTo();

        assertThat(document.differencesFromKept())
                .as(ServedDocument.toKeepItAnew(ReportingServiceIT.class))
                .isEmpty();
    }

    private void counted(String unit, String measure, String area, long value) {
        database.sql("insert into total (year, unit, measure, area, value) values (?, ?, ?, ?, ?)")
                .params(year(), unit, measure, area, value)
                .update();
    }

    /** What the grid says of a figure; nothing when it does not name it. */
    private String shown(String unit, String measure, @Nullable String area) {
        return as("statistician")
                .get("/api/reports/yearly-grid?year=" + year())
                .json()
                .path("cells")
                .valueStream()
                .filter(cell -> cell.path("unit").asString().equals(unit)
                        && cell.path("measure").asString().equals(measure)
                        && cell.path("area").asString("").equals(area == null ? "" : area))
                .map(cell -> cell.path("value").toString())
                .collect(Collectors.joining());
    }

    private void record(UUID person, List<String> codes, List<String> healthCodes, UUID... mentioned) {
        var contact = CONTACTS.of(person, "centre", day(), codes, healthCodes, mentioned);
        NEIGHBOURS.history().add(contact);
        Topic.publish(contact);
    }

    private void suspend(UUID person) {
        var key = new KeyId(person, Compartment.CODING, 1);
        NEIGHBOURS.keys().suspend(key);
        Topic.publish(new PersonSuspended(
                UUID.randomUUID(), person, List.of(Compartment.CODING), true, Instant.now(), Instant.now()));
    }
}
