package eu.lethe.cases;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.cases.running.Api;
import eu.lethe.cases.running.Api.Answer;
import eu.lethe.cases.running.RunningCaseService;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void nobody_leaves_or_parts_before_they_were_born_where_nobody_knows_since_when_they_lived_there() {
        var mother = born("Foyer", "1990-01-01");
        var child = born("Foyer", BORN);
        var joined = worker().post("/api/cases/persons/" + mother + "/household/members", Map.of("personId", child));
        var household = "/api/cases/households/" + joined.id("householdId");
        var departure = household + "/members/" + joined.id("membershipId") + "/departure";

        beforeBirth(worker().post(departure, Map.of("on", BEFORE, "reason", "left")), "/on");
        beforeBirth(
                worker().post(
                                household + "/split",
                                Map.of("membershipIds", List.of(joined.id("membershipId")), "on", BEFORE)),
                "/on");
        assertThat(worker().post(departure, Map.of("on", BEFORE, "reason", "error"))
                        .status())
                .as("who never lived there left on no day")
                .isEqualTo(200);
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

    @Test
    void a_birth_is_not_put_right_to_a_day_before_which_a_contact_was_written_down() {
        var child = bornIn("Annee", 2025);
        contact(openFile(child), "2025-02-01");

        afterwards(amend(child, Map.of("birthDate", BORN)), "/birthDate", "contact", "2025-02-01");
        assertThat(amend(child, Map.of("birthDate", "2025-02-01")).status()).isEqualTo(200);
    }

    @Test
    void nor_an_assessment_nor_what_somebody_reported_nor_a_stay_in_a_household() {
        var assessed = bornIn("Annee", 2025);
        worker().post(FILES + openFile(assessed) + "/assessments", assessment("2025-02-02"));
        var reported = bornIn("Annee", 2025);
        worker().post(FILES + openFile(reported) + "/third-party", information("2025-02-03"));
        var housed = bornIn("Annee", 2025);
        worker().post(
                        "/api/cases/persons/" + register("Annee", "Adulte") + "/household/members",
                        Map.of("personId", housed, "since", "2025-02-04"));

        afterwards(amend(assessed, Map.of("birthDate", BORN)), "/birthDate", "assessment", "2025-02-02");
        afterwards(amend(reported, Map.of("birthDate", BORN)), "/birthDate", "received", "2025-02-03");
        afterwards(amend(housed, Map.of("birthDate", BORN)), "/birthDate", "joined", "2025-02-04");
    }

    @Test
    void nor_a_referral_nor_the_opening_of_the_file() {
        var referred = bornIn("Annee", 2025);
        worker().post(FILES + openFile(referred) + "/referrals", referral("2025-02-06"));
        var opened = bornIn("Annee", 2025);
        worker().post("/api/cases/files", Map.of("personId", opened, "unit", "centre", "openedOn", "2025-02-08"));

        afterwards(amend(referred, Map.of("birthDate", BORN)), "/birthDate", "referral", "2025-02-06");
        afterwards(amend(opened, Map.of("birthDate", BORN)), "/birthDate", "opening", "2025-02-08");
    }

    @Test
    void nor_the_day_on_which_they_left_a_household_that_they_had_lived_in_since_nobody_knows_when() {
        var child = bornIn("Annee", 2025);
        var joined = worker().post(
                        "/api/cases/persons/" + register("Annee", "Adulte") + "/household/members",
                        Map.of("personId", child));
        worker().post(
                        "/api/cases/households/" + joined.id("householdId") + "/members/" + joined.id("membershipId")
                                + "/departure",
                        Map.of("on", "2025-02-07", "reason", "left"));

        afterwards(amend(child, Map.of("birthDate", BORN)), "/birthDate", "left", "2025-02-07");
    }

    @Test
    void nor_to_a_later_year_and_the_first_of_all_that_is_dated_is_told() {
        var child = bornIn("Annee", 2023);
        var file = openFile(child);
        contact(file, "2023-06-02");
        worker().post(FILES + file + "/third-party", information("2023-06-01"));

        afterwards(amend(child, Map.of("birthYear", 2024)), "/birthYear", "received", "2023-06-01");
    }

    @Test
    void nor_what_was_written_down_under_a_duplicate_that_is_read_as_one_with_it() {
        var child = bornIn("Annee", 2025);
        openFile(child);
        var duplicate = bornIn("Annee", 2025);
        contact(openFile(duplicate), "2025-02-05");
        assertThat(worker().post(
                                "/api/cases/persons/" + child + "/duplicates",
                                Map.of("duplicateId", duplicate, "confirmed", true))
                        .status())
                .isEqualTo(201);

        afterwards(amend(child, Map.of("birthDate", BORN)), "/birthDate", "contact", "2025-02-05");
    }

    @Test
    void a_birth_that_stands_is_not_looked_at_when_something_else_is_put_right() {
        var child = bornIn("Annee", 2025);
        var file = openFile(child);
        var contact = contact(file, "2025-02-01").id("contactId");
        worker().post(
                        FILES + file + "/contacts/" + contact + "/withdrawal",
                        Map.of("reason", "recorded-in-error", "reasonText", "Homonyme."));
        assertThat(amend(child, Map.of("birthDate", BORN)).status())
                .as("what was taken back stands in nobody's way")
                .isEqualTo(200);
        assertThat(worker().delete(FILES + file + "/contacts/" + contact + "/withdrawal")
                        .status())
                .isEqualTo(204);

        assertThat(amend(child, Map.of("birthDate", BORN, "phone", "01 02")).status())
                .isEqualTo(200);
    }

    @Test
    void which_entry_stands_in_the_way_of_a_birth_is_said_in_words_in_both_languages() {
        var child = bornIn("Annee", 2025);
        contact(openFile(child), "2025-02-01");

        assertThat(detail(amend(child, Map.of("birthDate", BORN))))
                .isEqualTo("Un contact est daté d’avant cette naissance (1 février 2025)."
                        + " Rectifiez-le, ou classez-le au dossier de la bonne personne.");
        assertThat(detail(amend(worker().inEnglish(), child, Map.of("birthDate", BORN))))
                .isEqualTo("A contact is dated before this birth (1 February 2025)."
                        + " Correct it, or file it under the right person.");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_contact_goes_back_to_a_file_that_was_closed_since_and_out_of_one(boolean outOfOneThatIsClosed) {
        var left = openFile(register("Quittee", "Quitterie"));
        var other = openFile(register("Prise", "Prisca"));
        var moved = file(left, contact(left, today.minusDays(3).toString()).id("contactId"), other);
        close(left);
        if (outOfOneThatIsClosed) {
            close(other);
        }

        var back = file(other, moved.id("contactId"), left);

        assertThat(back.status()).as(back.response().body()).isEqualTo(200);
        assertThat(file(left).body().get("contacts").size()).isOne();
        assertThat(file(other).body().get("contacts").size()).isZero();
    }

    @Test
    void what_is_no_move_is_refused_in_a_closed_file_with_the_way_that_works() {
        var file = openFile(register("Close", "Chloé"));
        var contact = contact(file, today.toString()).id("contactId");
        close(file);

        var refused = worker().post(
                        FILES + file + "/contacts/" + contact + "/withdrawal", Map.of("reason", "recorded-in-error"));

        assertThat(refused.text("type")).isEqualTo("urn:lethe:problem:closed");
        assertThat(refused.text("detail")).contains("Rouvrez-le d’abord");
    }

    private UUID bornIn(String name, int year) {
        return register(
                Map.of("familyName", name, "givenName", UUID.randomUUID().toString(), "birthYear", year));
    }

    private Answer amend(UUID person, Map<String, ?> birth) {
        return amend(worker(), person, birth);
    }

    private Answer amend(Api by, UUID person, Map<String, ?> birth) {
        return amend(by, person, "Annee", birth);
    }

    private static void afterwards(Answer answer, String pointer, String what, String on) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(400);
        var error = answer.body().get("errors").get(0);
        assertThat(error.get("pointer").asString()).isEqualTo(pointer);
        assertThat(error.get("code").asString()).isEqualTo("birth-after-" + what);
        assertThat(answer.body().get("conflictsWith").get("what").asString()).isEqualTo(what);
        assertThat(answer.body().get("conflictsWith").get("on").asString()).isEqualTo(on);
    }

    private Answer file(UUID from, UUID contact, UUID to) {
        return worker().post(
                        FILES + from + "/contacts/" + contact + "/withdrawal",
                        Map.of("reason", "wrong-person", "toFileId", to));
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
