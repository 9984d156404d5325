package eu.lethe.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.lethe.cases.due.DueItem;
import eu.lethe.cases.due.DueSource;
import eu.lethe.cases.running.Api.Answer;
import eu.lethe.cases.running.RunningCaseService;
import eu.lethe.contracts.events.consents.ConsentEvent.ConsentWithdrawn;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.eventstore.Replay;
import eu.lethe.testkit.Topic;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class ReferralIT extends RunningCaseService {

    private static final LocalDate FOLLOW_UP = LocalDate.of(2030, 1, 15);

    @Autowired
    private List<DueSource> due;

    @Autowired
    private Replay replay;

    @Test
    void within_the_agency_no_consent_is_asked_for() {
        CONSENTS.goAway();
        var file = openFile(register("Budget", "Bob"));

        var made = refer(file, "budget-counselling", null, "identity", "narrative");

        assertThat(made.status()).isEqualTo(201);
        var read = only(file);
        assertThat(read.get("recipientLabel").asString()).isEqualTo("Accompagnement budgétaire");
        assertThat(read.get("purpose").isNull()).isTrue();
        assertThat(read.get("state").asString()).isEqualTo("waiting");
        assertThat(read.get("followUpOn").asString()).isEqualTo(FOLLOW_UP.toString());
    }

    @Test
    void a_partner_gets_nothing_without_a_ground_and_the_refusal_says_what_is_missing() {
        var file = openFile(register("Sansbase", "Anna"));

        var refused = refer(file, "partners", "Canari-Partenaire", "identity");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("type")).isEqualTo("urn:lethe:problem:no-basis");
        assertThat(refused.text("recipient")).isEqualTo("partners");
        assertThat(refused.body().get("uncovered").get(0).asString()).isEqualTo("identity");
        assertThat(refused.body().get("purposes").get(0).get("code").asString()).isEqualTo("case-conference");
        assertThat(refused.response().body()).doesNotContain("Canari");
        assertThat(worker().get(path(file)).body().get("items").isEmpty()).isTrue();
    }

    @Test
    void a_partner_gets_what_a_consent_covers() {
        var person = register("Avecaccord", "Ada");
        var consent = CONSENTS.consent(person);
        var file = openFile(person);

        var made = refer(file, "partners", "Association Toit", "identity", "narrative");

        assertThat(made.status()).isEqualTo(201);
        var read = only(file);
        assertThat(read.get("consentId").asString()).isEqualTo(consent.toString());
        assertThat(read.get("purposeLabel").asString()).isEqualTo("Orientation vers un partenaire");
        assertThat(read.get("partner").asString()).isEqualTo("Association Toit");
        assertThat(CONSENTS.partners()).contains("Association Toit");
    }

    @Test
    void what_would_be_permitted_can_be_asked_beforehand() {
        var person = register("Demande", "Dan");
        CONSENTS.consent(person);
        var check = path(openFile(person)) + "/check";

        var permitted = worker().post(check, Map.of("recipient", "partners", "compartments", List.of("identity")));
        var refused = worker().post(check, Map.of("recipient", "partners", "compartments", List.of("health")));

        assertThat(permitted.body().get("basis").get("purpose").asString()).isEqualTo("partner-referral");
        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.body().get("permitted").asBoolean()).isFalse();
        assertThat(refused.body().get("uncovered").get(0).asString()).isEqualTo("health");
    }

    @Test
    void while_the_register_of_consents_is_away_nothing_is_stored_and_the_worker_is_told() {
        var person = register("Attente", "Alma");
        CONSENTS.consent(person);
        var file = openFile(person);
        CONSENTS.goAway();

        var refused = refer(file, "partners", null, "identity");

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.text("type")).isEqualTo("urn:lethe:problem:consents-unavailable");
        assertThat(refused.response().headers().firstValue("Retry-After")).isPresent();
        assertThat(worker().get(path(file)).body().get("items").isEmpty()).isTrue();
    }

    @Test
    void an_answer_settles_it_and_there_is_nothing_to_ask_after_any_more() {
        var file = openFile(register("Réponse", "Rose"));
        var referral = refer(file, "home-help", null, "identity").id("referralId");
        assertThat(dueIn(file)).containsExactly(new DueItem(file, referral, "follow-up", FOLLOW_UP));

        var answered = worker().post(
                        path(file) + "/" + referral + "/answers",
                        Map.of("outcome", "accepted", "text", "Dès lundi.", "answeredOn", today()));

        assertThat(answered.status()).isEqualTo(201);
        assertThat(only(file).get("state").asString()).isEqualTo("accepted");
        assertThat(only(file).get("answers").get(0).get("text").asString()).isEqualTo("Dès lundi.");
        assertThat(dueIn(file)).isEmpty();
    }

    @Test
    void while_it_waits_it_is_to_be_asked_after_on_a_day() {
        var file = openFile(register("Patience", "Paul"));
        var referral = refer(file, "home-help", null, "identity").id("referralId");

        var refused = worker().post(
                        path(file) + "/" + referral + "/answers", Map.of("outcome", "waiting", "answeredOn", today()));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().get("errors").get(0).get("pointer").asString())
                .isEqualTo("/followUpOn");
    }

    @Test
    void a_consent_withdrawn_later_leaves_the_letter_and_shows_on_it_after_a_replay_too() throws Exception {
        var person = register("Retrait", "Rita");
        var consent = CONSENTS.consent(person);
        var file = openFile(person);
        assertThat(refer(file, "partners", null, "identity").status()).isEqualTo(201);

        Topic.publish(new ConsentWithdrawn(
                consent,
                person,
                "partner-referral",
                List.of(Compartment.IDENTITY),
                LocalDate.of(2026, 5, 4),
                UUID.randomUUID(),
                Instant.now()));

        await().atMost(SOON).until(() -> !only(file).get("consentEndedOn").isNull());
        var before = worker().get(path(file)).response().body();
        assertThat(only(file).get("text").asString()).isEqualTo("Merci de la recevoir.");
        replay.start("cases");
        assertThat(replay.awaitCaughtUp("cases", SOON)).isTrue();
        assertThat(worker().get(path(file)).response().body()).isEqualTo(before);
    }

    @Test
    void evidence_of_consents_is_never_shared() {
        assertThat(refer(openFile(register("Preuve", "Prue")), "home-help", null, "consent")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void another_unit_reads_and_writes_none() {
        var file = openFile(register("Chez", "Nous"));
        var referral = refer(file, "home-help", null, "identity").id("referralId");
        var north = as("worker", "north");

        assertThat(List.of(
                        north.get(path(file)).status(),
                        north.post(path(file), body("home-help", null, "identity"))
                                .status(),
                        north.post(
                                        path(file) + "/check",
                                        Map.of("recipient", "partners", "compartments", List.of("identity")))
                                .status(),
                        north.post(
                                        path(file) + "/" + referral + "/answers",
                                        Map.of("outcome", "no-answer", "answeredOn", today()))
                                .status()))
                .containsOnly(403);
    }

    @Test
    void recipients_are_listed_in_the_readers_language() {
        assertThat(worker().inEnglish()
                        .get("/api/cases/recipients")
                        .body()
                        .get("items")
                        .valueStream())
                .anySatisfy(item -> {
                    assertThat(item.get("code").asString()).isEqualTo("crip");
                    assertThat(item.get("kind").asString()).isEqualTo("partner");
                    assertThat(item.get("label").asString()).isEqualTo("Child protection reporting unit (CRIP)");
                });
    }

    private List<DueItem> dueIn(UUID file) {
        return due.stream()
                .flatMap(source -> source.in(List.of(file)).stream())
                .filter(item -> item.kind().equals("follow-up"))
                .toList();
    }

    private JsonNode only(UUID file) {
        var items = worker().get(path(file)).body().get("items");
        assertThat(items.size()).isEqualTo(1);
        return items.get(0);
    }

    private Answer refer(UUID file, String recipient, @Nullable String partner, String... compartments) {
        return worker().post(path(file), body(recipient, partner, compartments));
    }

    private static Map<String, Object> body(String recipient, @Nullable String partner, String... compartments) {
        var body = new java.util.HashMap<String, Object>(Map.of(
                "recipient",
                recipient,
                "compartments",
                List.of(compartments),
                "text",
                "Merci de la recevoir.",
                "date",
                today(),
                "followUpOn",
                FOLLOW_UP.toString()));
        if (partner != null) {
            body.put("partner", partner);
        }
        return body;
    }

    private static String today() {
        return LocalDate.now(java.time.ZoneId.of("Europe/Paris")).toString();
    }

    private static String path(UUID file) {
        return "/api/cases/files/" + file + "/referrals";
    }
}
