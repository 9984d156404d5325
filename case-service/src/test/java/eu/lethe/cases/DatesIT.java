package eu.lethe.cases;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.cases.running.Api.Answer;
import eu.lethe.cases.running.RunningCaseService;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Dates hold together, and a closed file says what is still open and lets it be settled. */
class DatesIT extends RunningCaseService {

    private static final String BORN = "2025-03-10";
    private static final String BEFORE = "2025-03-09";
    private static final String FILES = "/api/cases/files/";

    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));

    @Test
    void nothing_is_written_down_of_a_person_before_they_were_born_and_the_refusal_says_when_that_was() {
        var child = born("Naissance", BORN);
        var file = openFile(child);

        beforeBirth(contact(file, BEFORE), "/date");
        beforeBirth(worker().post(FILES + file + "/third-party", information(BEFORE)), "/receivedOn");
        beforeBirth(worker().post(FILES + file + "/assessments", assessment(BEFORE)), "/date");
        beforeBirth(worker().post(FILES + file + "/referrals", referral(BEFORE)), "/date");
        beforeBirth(
                worker().post(
                                "/api/cases/files",
                                Map.of("personId", born("Naissance", BORN), "unit", "centre", "openedOn", BEFORE)),
                "/openedOn");
        assertThat(contact(file, BORN).status()).isEqualTo(201);
    }

    @Test
    void a_contact_is_not_moved_before_birth_when_it_is_put_right() {
        var file = openFile(born("Rectifie", BORN));
        var contact = contact(file, BORN).id("contactId");

        beforeBirth(
                worker().put(
                                FILES + file + "/contacts/" + contact,
                                Map.of("revisionId", contact, "date", BEFORE, "text", "Dit.", "reason", "wrong-fact")),
                "/date");
    }

    @Test
    void an_assessment_is_not_moved_before_birth_when_it_is_written_anew() {
        var file = openFile(born("Rectifie", BORN));
        var written = worker().post(FILES + file + "/assessments", assessment(BORN));
        var anew = new HashMap<String, Object>(assessment(BEFORE));
        anew.put("revisionId", written.text("revisionId"));

        beforeBirth(worker().put(FILES + file + "/assessments/" + written.text("assessmentId"), anew), "/date");
    }

    @Test
    void a_contact_is_not_filed_under_somebody_who_was_not_born_yet() {
        var wrong = openFile(born("Foyer", "1990-01-01"));
        var contact = contact(wrong, BEFORE).id("contactId");
        var child = openFile(born("Foyer", BORN));

        beforeBirth(
                worker().post(
                                FILES + wrong + "/contacts/" + contact + "/withdrawal",
                                Map.of("reason", "wrong-person", "toFileId", child)),
                "/toFileId");
    }

    @Test
    void nobody_lives_with_anybody_before_they_were_born() {
        var mother = born("Foyer", "1990-01-01");
        var child = born("Foyer", BORN);

        beforeBirth(
                worker().post(
                                "/api/cases/persons/" + mother + "/household/members",
                                Map.of("personId", child, "since", BEFORE)),
                "/since");
    }

    @Test
    void the_date_that_stands_in_the_way_is_said_in_words_in_both_languages() {
        var file = openFile(born("Paroles", BORN));

        var french = contact(file, BEFORE);
        var english = worker().inEnglish()
                .post(FILES + file + "/contacts", Map.of("date", BEFORE, "text", "Said.", "codes", List.of()));

        assertThat(detail(french)).isEqualTo("Cette date est antérieure à la naissance (10 mars 2025).");
        assertThat(detail(english)).isEqualTo("This date is before the birth (10 March 2025).");
    }

    @Test
    void what_is_still_open_is_told_of_one_file_and_settled_after_it_was_closed() {
        var file = openFile(register("Reste", "Ouvert"));
        var referral = worker().post(FILES + file + "/referrals", referral(today.toString()))
                .id("referralId");
        assertThat(open(worker().get("/api/cases/due?fileId=" + file))).containsExactly("follow-up");

        close(file);
        var answered = worker().post(
                        FILES + file + "/referrals/" + referral + "/answers",
                        Map.of("outcome", "no-answer", "answeredOn", today.toString()));

        assertThat(answered.status()).isEqualTo(201);
        assertThat(open(worker().get("/api/cases/due?fileId=" + file))).isEmpty();
    }

    @Test
    void another_unit_is_not_told_what_is_open_in_a_file() {
        var file = openFile(register("Cloison", "Due"));

        assertThat(north().get("/api/cases/due?fileId=" + file).status()).isEqualTo(403);
        assertThat(worker().get("/api/cases/due?fileId=" + UUID.randomUUID()).status())
                .isEqualTo(404);
    }

    @Test
    void a_contact_of_before_the_closing_day_is_written_down_late() {
        var file = openFile(register("Tardif", "Tom"));
        close(file);

        assertThat(contact(file, today.minusDays(3).toString()).status()).isEqualTo(201);
        assertThat(contact(file, today.toString()).status()).isEqualTo(201);
    }

    @Test
    void a_contact_of_before_the_closing_day_is_filed_late_in_the_file_where_it_belongs() {
        var wrong = openFile(register("Erreur", "Late"));
        var right = openFile(register("Tardive", "Tess"));
        var contact = contact(wrong, today.minusDays(3).toString()).id("contactId");
        close(right);

        var filed = worker().post(
                        FILES + wrong + "/contacts/" + contact + "/withdrawal",
                        Map.of("reason", "wrong-person", "toFileId", right));

        assertThat(filed.status()).isEqualTo(200);
    }

    private UUID born(String name, String on) {
        return register(
                Map.of("familyName", name, "givenName", UUID.randomUUID().toString(), "birthDate", on));
    }

    private Answer contact(UUID file, String on) {
        return worker().post(FILES + file + "/contacts", Map.of("date", on, "text", "Dit.", "codes", List.of()));
    }

    private void close(UUID file) {
        assertThat(worker().post(FILES + file + "/closing", Map.of("reason", "goals-reached"))
                        .status())
                .isEqualTo(200);
    }

    private static Map<String, ?> information(String on) {
        return Map.of(
                "receivedOn",
                on,
                "text",
                "Dit.",
                "reliability",
                "hearsay",
                "source",
                Map.of("kind", "neighbour", "name", "Mme Voisin"));
    }

    private static Map<String, ?> assessment(String on) {
        return Map.of("date", on, "sections", List.of(Map.of("text", "Dit.")), "goals", List.of());
    }

    private Map<String, ?> referral(String on) {
        return Map.of(
                "recipient",
                "home-help",
                "compartments",
                List.of("identity"),
                "text",
                "Merci.",
                "date",
                on,
                "followUpOn",
                today.plusDays(9).toString());
    }

    private static List<String> open(Answer due) {
        return due.body()
                .get("items")
                .valueStream()
                .map(item -> item.get("kind").asString())
                .toList();
    }

    private static void beforeBirth(Answer answer, String pointer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(400);
        var error = answer.body().get("errors").get(0);
        assertThat(error.get("pointer").asString()).isEqualTo(pointer);
        assertThat(error.get("code").asString()).isEqualTo("before-birth");
        assertThat(answer.body().get("conflictsWith").get("what").asString()).isEqualTo("birth");
        assertThat(answer.body().get("conflictsWith").get("on").asString()).isEqualTo(BORN);
    }

    private static String detail(Answer refused) {
        return refused.body().get("errors").get(0).get("detail").asString();
    }
}
