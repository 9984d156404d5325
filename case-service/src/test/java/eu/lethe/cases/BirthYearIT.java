package eu.lethe.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.lethe.cases.running.Api.Answer;
import eu.lethe.cases.running.RunningCaseService;
import eu.lethe.contracts.events.cases.CaseFileEvent.ChildProtectionNoted;
import eu.lethe.testkit.Topic;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Of many a person nobody knows more than the year of birth, and that is enough. */
class BirthYearIT extends RunningCaseService {

    private static final String HEADER = "référence;nom;prénom;date ou année de naissance\n";

    private final String name = "Millésime" + UUID.randomUUID().toString().replaceAll("[^a-z]", "");

    @Test
    void a_person_is_registered_by_the_year_and_found_by_it_and_by_a_day_of_it() {
        var person = born(name, 1987);

        var read = worker().get("/api/cases/persons/" + person).body();

        assertThat(read.get("birthYear").asInt()).isEqualTo(1987);
        assertThat(read.get("birthDate").isNull()).isTrue();
        assertThat(read.get("age").isNull()).isTrue();
        await().atMost(SOON).until(() -> search(name + " 1987").contains(name));
        assertThat(search(name + " 03/12/1987")).contains(name);
        assertThat(worker().post("/api/cases/search", Map.of("text", name + " 1987"))
                        .body()
                        .at("/items/0/birthYear")
                        .asInt())
                .isEqualTo(1987);
    }

    @Test
    void a_day_that_becomes_known_takes_the_place_of_the_year() {
        var person = born(name, 1987);

        amend(person, Map.of("birthDate", "1987-12-03", "birthYear", 1987));

        var read = worker().get("/api/cases/persons/" + person).body();
        assertThat(read.get("birthDate").asString()).isEqualTo("1987-12-03");
        assertThat(read.get("birthYear").isNull()).isTrue();
        assertThat(read.get("age").asInt()).isPositive();
    }

    @Test
    void a_year_that_is_not_the_dates_own_is_refused_in_words() {
        var body = Map.of("familyName", name, "birthDate", "1987-12-03", "birthYear", 1986);

        var french = worker().post("/api/cases/persons", body);
        var english = worker().inEnglish().post("/api/cases/persons", body);

        refused(french, "/birthYear", "not-of-birth-date");
        assertThat(detail(french))
                .isEqualTo("Cette année n’est pas celle de la date de naissance. La date seule suffit.");
        assertThat(detail(english)).isEqualTo("This year is not that of the birth date. The date alone is enough.");
    }

    @Test
    void a_contact_before_the_year_of_birth_is_refused_and_one_on_its_first_day_is_not() {
        var file = openFile(born(name, 2020));

        var before = contact(file, "2019-12-31");

        refused(before, "/date", "before-birth");
        assertThat(before.body().get("conflictsWith").get("on").asString()).isEqualTo("2020");
        assertThat(detail(before)).isEqualTo("Cette date est antérieure à la naissance (2020).");
        assertThat(contact(file, "2020-01-01").status()).isEqualTo(201);
    }

    @Test
    void an_import_takes_a_year_and_warns_of_who_may_have_been_born_in_it() {
        register(Map.of("familyName", name, "givenName", "Luc", "birthDate", "1985-12-31"));
        await().atMost(SOON).until(() -> search(name).contains(name));

        var run = tried(HEADER + UUID.randomUUID() + ";" + name + ";Luc;1985\n" + UUID.randomUUID() + ";" + name
                + ";Luc;1984\n");

        assertThat(run.get("refused").asInt()).isZero();
        assertThat(run.get("warnings")
                        .valueStream()
                        .map(warning -> warning.get("line").asInt() + " "
                                + warning.get("code").asString()))
                .containsExactly("2 near-match");
    }

    @Test
    void a_year_does_not_speak_against_a_day_of_it_and_another_year_does() {
        var person = register(Map.of("familyName", name, "birthDate", "1987-12-03"));
        openFile(person);

        var doubtful = merge(person, born(name, 1986));

        assertThat(doubtful.text("type")).isEqualTo("urn:lethe:problem:merge-doubtful");
        assertThat(doubtful.body().get("doubts").get(0).asString()).isEqualTo("birth-dates-differ");
        assertThat(merge(person, born(name, 1987)).status()).isEqualTo(201);
    }

    @Test
    void child_protection_is_kept_until_the_last_day_on_which_the_child_may_come_of_age() {
        var year = today().getYear() - 9;
        var file = openFile(born(name, year));

        record(file, "Information préoccupante transmise.", "P07.3");

        var noted = await().atMost(SOON)
                .until(() -> Topic.published(ChildProtectionNoted.class, file), found -> !found.isEmpty());
        assertThat(noted)
                .singleElement()
                .extracting(ChildProtectionNoted::majorityOn)
                .isEqualTo(LocalDate.of(year + 18, 12, 31));
    }

    private UUID born(String familyName, int year) {
        return register(Map.of("familyName", familyName, "birthYear", year));
    }

    private void amend(UUID person, Map<String, ?> birth) {
        assertThat(amend(worker(), person, name, birth).status()).isEqualTo(200);
    }

    private Answer contact(UUID file, String on) {
        return worker().post(
                        "/api/cases/files/" + file + "/contacts",
                        Map.of("date", on, "text", "Dit.", "codes", List.of()));
    }

    private Answer merge(UUID person, UUID duplicate) {
        return worker().post("/api/cases/persons/" + person + "/duplicates", Map.of("duplicateId", duplicate));
    }

    private JsonNode tried(String csv) {
        var begun = lead().csv("/api/cases/imports?dryRun=true", csv);
        assertThat(begun.status()).as(begun.response().body()).isEqualTo(202);
        var path = "/api/cases/imports/" + begun.text("importId");
        return await().atMost(SOON)
                .until(
                        () -> lead().get(path).body(),
                        run -> !run.get("state").asString().equals("running"));
    }

    private static void refused(Answer answer, String pointer, String code) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(400);
        var error = answer.body().get("errors").get(0);
        assertThat(error.get("pointer").asString()).isEqualTo(pointer);
        assertThat(error.get("code").asString()).isEqualTo(code);
    }

    private static String detail(Answer refused) {
        return refused.body().get("errors").get(0).get("detail").asString();
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Paris"));
    }
}
