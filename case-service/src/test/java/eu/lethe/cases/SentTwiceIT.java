package eu.lethe.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.lethe.cases.running.Api;
import eu.lethe.cases.running.Api.Answer;
import eu.lethe.cases.running.RunningCaseService;
import eu.lethe.contracts.events.retention.ErasureEvent.KeysRemoved;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.testkit.Topic;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class SentTwiceIT extends RunningCaseService {

    private static final int AT_ONCE = 6;
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));

    private final String key = UUID.randomUUID().toString();

    @Autowired
    private JdbcClient database;

    private UUID person;
    private UUID file;

    @BeforeEach
    void a_file() {
        person = register("Deux", "Fois");
        file = openFile(person);
    }

    @Test
    void a_contact_sent_again_is_one_and_answered_as_before() {
        var first = worker().postUnder(contacts(), saying("Vue au service."), key);

        var again = worker().postUnder(contacts(), saying("Vue au service."), key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.id("contactId")).isEqualTo(first.id("contactId"));
        assertThat(inFile()).isOne();
    }

    @Test
    void of_contacts_that_arrive_at_the_same_time_under_one_key_one_is_recorded_and_all_are_answered_alike()
            throws Exception {
        var answers = atOnce(_ -> worker().postUnder(contacts(), saying("Vue une fois."), key));

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers.stream().map(answer -> answer.id("contactId")).distinct())
                .hasSize(1);
        assertThat(inFile()).isOne();
    }

    @Test
    void something_else_under_the_same_key_is_refused_and_not_recorded() {
        worker().postUnder(contacts(), saying("Ceci."), key);

        var other = worker().postUnder(contacts(), saying("Cela."), key);

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("type")).isEqualTo("urn:lethe:problem:key-used");
        assertThat(other.response().body()).doesNotContain("Cela").doesNotContain("Ceci");
        assertThat(inFile()).isOne();
    }

    @Test
    void of_two_different_contacts_that_arrive_at_once_under_one_key_one_is_refused() throws Exception {
        var answers = atOnce(at -> worker().postUnder(contacts(), saying("Texte " + at + "."), key));

        assertThat(answers).extracting(Answer::status).containsOnly(201, 422);
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(inFile()).isOne();
    }

    @Test
    void the_same_content_under_the_same_key_in_another_file_is_something_else() {
        var elsewhere = openFile(register("Autre", "Dossier"));
        worker().postUnder(contacts(), saying("Vue."), key);

        assertThat(worker().postUnder("/api/cases/files/" + elsewhere + "/contacts", saying("Vue."), key)
                        .status())
                .isEqualTo(422);
    }

    @Test
    void what_was_refused_leaves_its_key_free() {
        assertThat(worker().postUnder(contacts(), Map.of("date", "2999-01-01", "text", "Demain."), key)
                        .status())
                .isEqualTo(400);

        assertThat(worker().postUnder(contacts(), saying("Aujourd’hui."), key).status())
                .isEqualTo(201);
    }

    @Test
    void the_key_of_another_sender_is_another_key() {
        var north = as("worker", "north");
        var elsewhere = north.postUnder("/api/cases/persons", Map.of("familyName", "Nord"), key);
        var here = worker().postUnder("/api/cases/persons", Map.of("familyName", "Centre"), key);

        assertThat(elsewhere.status()).isEqualTo(201);
        assertThat(here.status()).isEqualTo(201);
        assertThat(here.id("personId")).isNotEqualTo(elsewhere.id("personId"));
    }

    @Test
    void who_may_not_write_there_learns_nothing_from_a_key() {
        worker().postUnder(contacts(), saying("Vue."), key);

        assertThat(as("worker", "north")
                        .postUnder(contacts(), saying("Vue."), key)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void without_a_key_each_sending_is_one_of_its_own() {
        worker().post(contacts(), saying("Vue."));
        worker().post(contacts(), saying("Vue."));

        assertThat(inFile()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "court",
                "\"8e03978e-40d5-43dd-bc93-6894a57f9324",
                "une clé avec des espaces",
                "{}",
                "a;b=c-0123456789abcdef"
            })
    void what_is_no_key_is_refused(String written) {
        var answer = worker().postUnder(contacts(), saying("Vue."), written.replace('é', 'e'));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("type")).isEqualTo("urn:lethe:problem:key-malformed");
        assertThat(inFile()).isZero();
    }

    @Test
    void a_huge_key_and_two_keys_are_refused() {
        assertThat(worker().postUnder(contacts(), saying("Vue."), "k".repeat(129))
                        .status())
                .isEqualTo(400);
        assertThat(worker().postUnder(contacts(), saying("Vue."), "k".repeat(4_000))
                        .status())
                .isEqualTo(400);
        assertThat(worker().postUnder(contacts(), saying("Vue."), key, key).status())
                .isEqualTo(400);
        assertThat(inFile()).isZero();
    }

    @Test
    void a_key_between_quotes_is_the_same_key() {
        var first = worker().postUnder(contacts(), saying("Vue."), '"' + key + '"');

        assertThat(worker().postUnder(contacts(), saying("Vue."), key).id("contactId"))
                .isEqualTo(first.id("contactId"));
    }

    @Test
    void neither_key_nor_content_is_kept_and_after_thirty_days_both_are_forgotten() {
        worker().postUnder(contacts(), saying("Canari-Envoi."), key);
        assertThat(database.sql("select row_to_json(sent_once)::text from sent_once")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).doesNotContain("Canari").doesNotContain(key));

        database.sql("update sent_once set sent_at = sent_at - interval '30 days'")
                .update();

        assertThat(worker().postUnder(contacts(), saying("Autre chose."), key).status())
                .isEqualTo(201);
    }

    @Test
    void whatever_is_created_is_created_once() {
        var other = register("Membre", "Mia");
        var creations = Map.<String, Map<String, ?>>of(
                "/api/cases/persons",
                Map.of("familyName", "Unique"),
                "/api/cases/files",
                Map.of("personId", other, "unit", "centre"),
                "/api/cases/files/" + file + "/assessments",
                Map.of("date", today.toString(), "sections", List.of(Map.of("text", "Vu.")), "goals", List.of()),
                "/api/cases/files/" + file + "/third-party",
                Map.of(
                        "receivedOn",
                        today.toString(),
                        "text",
                        "On dit.",
                        "reliability",
                        "hearsay",
                        "source",
                        Map.of("kind", "anonymous")),
                "/api/cases/files/" + file + "/referrals",
                referral(),
                "/api/cases/persons/" + person + "/household/members",
                Map.of("personId", other));

        creations.forEach((path, body) -> onceHoweverOften(worker(), path, body));
    }

    @Test
    void what_came_back_from_a_referral_is_noted_once() {
        var made = worker().post("/api/cases/files/" + file + "/referrals", referral());

        onceHoweverOften(
                worker(),
                "/api/cases/files/" + file + "/referrals/" + made.id("referralId") + "/answers",
                Map.of("outcome", "accepted", "answeredOn", today.toString(), "text", "Elle est reçue."));
    }

    @Test
    void who_is_kept_out_already_is_no_reason_to_refuse_who_said_it_under_the_same_key() {
        onceHoweverOften(
                lead(),
                "/api/cases/persons/" + person + "/exclusions",
                Map.of("workerId", id("worker", "north"), "ask", id("lead", "centre"), "reason", "relative"));
    }

    @Test
    void a_file_that_is_opened_exceptionally_is_opened_once_and_who_watches_is_told_once() {
        var stranger = north();
        lead().get("/api/cases/me");

        onceHoweverOften(
                stranger,
                "/api/cases/files/" + file + "/exceptional-access",
                Map.of("reason", "emergency", "reasonText", "Canari-Motif."));

        assertThat(accesses()).isOne();
        assertThat(answersAbout(person))
                .hasSize(1)
                .allSatisfy(answer -> assertThat(answer).doesNotContain("Canari"));
    }

    @Test
    void another_reason_under_the_same_key_opens_nothing() {
        var path = "/api/cases/files/" + file + "/exceptional-access";
        north().postUnder(path, Map.of("reason", "emergency", "reasonText", "Une urgence."), key);

        var other = north().postUnder(path, Map.of("reason", "other", "reasonText", "Autre chose."), key);

        assertThat(other.status()).isEqualTo(422);
        assertThat(accesses()).isOne();
    }

    @Test
    void an_exceptional_access_that_was_sent_twice_at_once_is_one() throws Exception {
        var path = "/api/cases/files/" + file + "/exceptional-access";

        var answers =
                atOnce(_ -> north().postUnder(path, Map.of("reason", "emergency", "reasonText", "Une urgence."), key));

        assertThat(answers.stream().map(answer -> answer.id("accessId")).distinct())
                .hasSize(1);
        assertThat(accesses()).isOne();
    }

    /** What is answered to several who send at the same time, each by its number. */
    private static List<Answer> atOnce(IntFunction<Answer> sending) throws InterruptedException {
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            return senders
                    .invokeAll(IntStream.range(0, AT_ONCE)
                            .<Callable<Answer>>mapToObj(at -> () -> sending.apply(at))
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }

    private int accesses() {
        return database.sql("select count(*) from exceptional_access where file_id = ?")
                .param(file)
                .query(Integer.class)
                .single();
    }

    @Test
    void who_parted_from_the_others_parts_once() {
        var son = register("Deux", "Fils");
        var joined = worker().post("/api/cases/persons/" + person + "/household/members", Map.of("personId", son));

        onceHoweverOften(
                worker(),
                "/api/cases/households/" + joined.id("householdId") + "/split",
                Map.of("membershipIds", List.of(joined.id("membershipId")), "on", today.toString()));
    }

    @Test
    void a_document_sent_again_is_one_and_another_one_is_refused() {
        var attachments = contacts() + "/"
                + worker().post(contacts(), saying("Avec un document.")).id("contactId") + "/attachments";
        var pdf = Documents.pdf(10_000);

        var first = worker().attachUnder(attachments, "a.pdf", pdf, key);
        var again = worker().attachUnder(attachments, "a.pdf", pdf, key);
        var other = worker().attachUnder(attachments, "a.pdf", Documents.pdf(11_000), key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(422);
        assertThat(database.sql("select count(*) from attachment_content where file_id = ?")
                        .param(file)
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(worker().document(attachments + "/" + again.id("attachmentId"))
                        .body())
                .isEqualTo(pdf);
        assertThat(answersAbout(person))
                .isNotEmpty()
                .allSatisfy(answer -> assertThat(answer).doesNotContain("pdf"));
    }

    @Test
    void what_was_answered_about_somebody_goes_with_them() {
        worker().postUnder(contacts(), saying("Vue."), key);
        assertThat(answersAbout(person)).hasSize(1);
        var keys = RETENTION
                .keys()
                .remove(
                        person,
                        List.of(Compartment.IDENTITY, Compartment.NARRATIVE, Compartment.CODING, Compartment.HEALTH));

        Topic.publish(new KeysRemoved(UUID.randomUUID(), person, keys, true, LocalDate.of(2028, 3, 4), Instant.now()));

        await().atMost(SOON).until(() -> file(file).status() == 410);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(answersAbout(person)).isEmpty());
        assertThat(worker().postUnder(contacts(), saying("Vue."), key).status()).isEqualTo(410);
    }

    private static void onceHoweverOften(Api sender, String path, Map<String, ?> body) {
        var under = UUID.randomUUID().toString();
        var first = sender.postUnder(path, body, under);
        var again = sender.postUnder(path, body, under);

        assertThat(first.status()).as(path).isEqualTo(201);
        assertThat(again.status()).as(path).isEqualTo(201);
        assertThat(again.body()).as(path).isEqualTo(first.body());
    }

    private List<String> answersAbout(UUID somebody) {
        return database.sql("select answer from sent_once where ? = any (person_ids)")
                .param(somebody)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private Map<String, ?> referral() {
        return Map.of(
                "recipient",
                "budget-counselling",
                "compartments",
                List.of("identity"),
                "text",
                "Merci de la recevoir.",
                "date",
                today.toString(),
                "followUpOn",
                today.plusDays(30).toString());
    }

    private int inFile() {
        return file(file).body().get("contacts").size();
    }

    private String contacts() {
        return "/api/cases/files/" + file + "/contacts";
    }

    private Map<String, ?> saying(String text) {
        return Map.of("date", today.toString(), "text", text);
    }
}
