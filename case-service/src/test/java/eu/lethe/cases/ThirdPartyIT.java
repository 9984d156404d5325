package eu.lethe.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.lethe.cases.due.DueItem;
import eu.lethe.cases.due.DueSource;
import eu.lethe.cases.reported.InformationForTheCopy;
import eu.lethe.cases.running.Api.Answer;
import eu.lethe.cases.running.RunningCaseService;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureCertified;
import eu.lethe.contracts.events.retention.ErasureEvent.KeysRemoved;
import eu.lethe.contracts.events.retention.ErasureEvent.PruningOrdered;
import eu.lethe.contracts.events.retention.ErasureEvent.RemovalCompleted;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.platform.eventstore.Replay;
import eu.lethe.platform.journal.AccessJournal;
import eu.lethe.platform.journal.Opening;
import eu.lethe.platform.security.Caller;
import eu.lethe.platform.security.Role;
import eu.lethe.testkit.Neighbours.Confirmation;
import eu.lethe.testkit.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class ThirdPartyIT extends RunningCaseService {

    private static final List<Compartment> WHOLE = List.of(
            Compartment.IDENTITY,
            Compartment.NARRATIVE,
            Compartment.CODING,
            Compartment.THIRD_PARTY,
            Compartment.HEALTH);
    private static final LocalDate ERASED_ON = LocalDate.of(2028, 3, 4);
    private static final String SAID = "Des cris presque chaque soir.";

    @Autowired
    private JdbcClient database;

    @Autowired
    private InformationForTheCopy copy;

    @Autowired
    private AccessJournal journal;

    @Autowired
    private List<DueSource> due;

    @Autowired
    private Replay replay;

    private final UUID erasure = UUID.randomUUID();
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));
    private UUID person = UUID.randomUUID();
    private UUID file = UUID.randomUUID();

    @BeforeEach
    void a_file() {
        person = register("Rapportée", "Rose");
        file = openFile(person);
    }

    @Test
    void a_worker_reads_what_was_said_by_whom_and_by_when_the_person_is_told() {
        var received = report(today);

        assertThat(received.status()).isEqualTo(201);
        assertThat(received.text("noticeDueOn")).isEqualTo(today.plusMonths(1).toString());
        var item = only();
        assertThat(item.get("text").asString()).isEqualTo(SAID);
        assertThat(item.get("reliability").asString()).isEqualTo("hearsay");
        assertThat(item.at("/source/kind").asString()).isEqualTo("neighbour");
        assertThat(item.at("/source/name").asString()).isEqualTo("Mme Voisin");
        assertThat(item.at("/notice/state").asString()).isEqualTo("due");
        assertThat(item.get("state").asString()).isEqualTo("open");
        assertThat(item.get("nextReviewOn").asString())
                .isEqualTo(today.plusYears(1).toString());
    }

    @Test
    void a_notice_not_given_within_a_month_is_late_until_it_is_given() {
        var information = report(today.minusMonths(2)).id("informationId");
        assertThat(only().at("/notice/state").asString()).isEqualTo("late");

        assertThat(post(information, "notice", Map.of("on", today)).status()).isEqualTo(200);

        assertThat(only().at("/notice/state").asString()).isEqualTo("given");
        assertThat(only().at("/notice/on").asString()).isEqualTo(today.toString());
        assertThat(post(information, "notice", Map.of("on", today)).status()).isEqualTo(409);
    }

    @Test
    void an_exception_needs_a_reason_in_words() {
        var information = report(today).id("informationId");

        assertThat(post(information, "notice-exception", Map.of("reason", "child-in-danger", "reasonText", " "))
                        .status())
                .isEqualTo(400);
        assertThat(post(information, "notice-exception", Map.of("reason", "convenience", "reasonText", "x"))
                        .status())
                .isEqualTo(400);
        assertThat(except(information).status()).isEqualTo(200);

        assertThat(only().at("/notice/state").asString()).isEqualTo("excepted");
        assertThat(only().at("/notice/reasonText").asString()).isEqualTo("Léa serait en danger.");
    }

    @Test
    void what_is_due_is_the_notice_and_the_review_until_they_are_done() {
        var information = report(today).id("informationId");
        assertThat(dueIn())
                .containsExactlyInAnyOrder(
                        new DueItem(file, information, "notice", today.plusMonths(1)),
                        new DueItem(file, information, "review", today.plusYears(1)));

        except(information);
        assertThat(dueIn()).extracting(DueItem::kind).containsExactly("review");

        assertThat(post(information, "review", Map.of("outcome", "kept")).status())
                .isEqualTo(200);
        assertThat(only().get("state").asString()).isEqualTo("kept");
        assertThat(dueIn()).extracting(DueItem::kind).containsExactly("review");

        assertThat(post(information, "review", Map.of("outcome", "dismissed", "reasonText", "Faux."))
                        .status())
                .isEqualTo(200);
        assertThat(dueIn()).isEmpty();
        assertThat(only().get("dismissedOn").asString()).isEqualTo(today.toString());
        assertThat(post(information, "review", Map.of("outcome", "kept")).status())
                .isEqualTo(409);
    }

    @Test
    void nothing_is_stored_in_clear() {
        report(today);

        assertThat(count("domain_event where convert_from(payload, 'UTF8') like '%Mme Voisin%'"))
                .isZero();
        assertThat(count("third_party_information where said like '%cris%' or source like '%Voisin%'"))
                .isZero();
        assertThat(count("person where person_id = '" + source() + "'")).isZero();
    }

    @Test
    void another_units_worker_reads_and_writes_nothing() {
        var information = report(today).id("informationId");
        var north = as("worker", "north");

        assertThat(north.get(path()).status()).isEqualTo(403);
        assertThat(north.post(path(), request(today)).status()).isEqualTo(403);
        assertThat(north.post(path() + "/" + information + "/notice", Map.of("on", today))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void information_of_another_file_is_not_found() {
        var information = report(today).id("informationId");
        var other = openFile(register("Autre", "Ada"));

        assertThat(worker().post(
                                "/api/cases/files/" + other + "/third-party/" + information + "/notice",
                                Map.of("on", today))
                        .status())
                .isEqualTo(404);
    }

    private List<InformationForTheCopy.Masked> copied() {
        var admission = journal.opened(
                new Caller("copy", "copy", Set.of(Role.SERVICE), null),
                new Opening(List.of(person), file, Set.of(Compartment.THIRD_PARTY), "export", null));
        return copy.of(List.of(file), admission);
    }

    @Test
    void the_copy_says_what_was_said_and_never_by_whom() {
        report(today);

        assertThat(copied()).singleElement().satisfies(masked -> {
            assertThat(masked.text()).isEqualTo(SAID);
            assertThat(masked.withheld()).isFalse();
        });
    }

    @Test
    void the_copy_withholds_what_would_put_a_child_in_danger() {
        except(report(today).id("informationId"));

        assertThat(copied()).singleElement().satisfies(masked -> {
            assertThat(masked.text()).isNull();
            assertThat(masked.withheld()).isTrue();
        });
    }

    @Test
    void when_the_keys_of_the_source_are_gone_a_day_remains_and_the_file_lives_on() throws InterruptedException {
        record(file, "Visite.");
        var information = report(today).id("informationId");
        post(information, "review", Map.of("outcome", "dismissed"));
        var source = source();
        Topic.publish(new RemovalCompleted(erasure, List.of(source), Instant.now()));

        var keys = eraseSource(source, List.of(Compartment.THIRD_PARTY), false);

        await().atMost(SOON).until(() -> only().get("state").asString().equals("erased"));
        assertGone(only());
        await().atMost(SOON).until(() -> RETENTION.confirmations().contains(new Confirmation(erasure, "purged")));
        Topic.publish(new PruningOrdered(erasure, source, keys, false, Instant.now()));
        await().atMost(SOON).until(() -> RETENTION.confirmations().contains(new Confirmation(erasure, "pruned")));
        var certificate = UUID.randomUUID();
        Topic.publish(new ErasureCertified(erasure, certificate, List.of(source), null, Instant.now()));
        await().atMost(SOON).until(() -> only().has("certificateId"));
        assertThat(file(file).body().get("contacts").get(0).get("text").asString())
                .isEqualTo("Visite.");
        assertThat(post(information, "notice", Map.of("on", today)).status()).isEqualTo(410);

        replay.start("cases");
        replay.awaitCaughtUp("cases", Duration.ofSeconds(60));
        assertGone(only());
    }

    @Test
    void an_erasure_told_twice_or_followed_by_another_is_confirmed_each_time() {
        report(today);
        var source = source();
        var another = UUID.randomUUID();
        Topic.publish(new RemovalCompleted(another, List.of(source), Instant.now()));

        eraseSource(source, List.of(Compartment.THIRD_PARTY), false);
        eraseSource(source, List.of(Compartment.THIRD_PARTY), false);
        Topic.publish(new KeysRemoved(another, source, List.of(), true, ERASED_ON.plusDays(9), Instant.now()));

        await().atMost(SOON).until(() -> RETENTION.confirmations().contains(new Confirmation(another, "purged")));
        assertThat(only().get("erasedOn").asString()).isEqualTo(ERASED_ON.toString());
    }

    @Test
    void a_person_is_erased_with_what_was_reported_and_nothing_of_it_remains() {
        report(today);
        var source = source();
        Topic.publish(new RemovalCompleted(erasure, List.of(person, source), Instant.now()));

        var keysOfPerson = RETENTION.keys().remove(person, WHOLE);
        Topic.publish(new KeysRemoved(erasure, person, keysOfPerson, true, ERASED_ON, Instant.now()));
        var keysOfSource = eraseSource(source, WHOLE, true);

        await().atMost(SOON).until(() -> RETENTION.confirmations().contains(new Confirmation(erasure, "purged")));
        assertThat(count("third_party_information where file_id = '" + file + "'"))
                .isZero();
        Topic.publish(new PruningOrdered(erasure, source, keysOfSource, true, Instant.now()));
        Topic.publish(new PruningOrdered(erasure, person, keysOfPerson, true, Instant.now()));
        await().atMost(SOON).until(() -> RETENTION.confirmations().contains(new Confirmation(erasure, "pruned")));
        assertThat(count("domain_event where payload_type = 'lethe.cases.InformationReceived.v1'"
                        + " and convert_from(payload, 'UTF8') like '%" + source + "%'"))
                .isZero();
    }

    private void assertGone(JsonNode item) {
        assertThat(item.get("state").asString()).isEqualTo("erased");
        assertThat(item.get("text").isNull()).isTrue();
        assertThat(item.get("source").isNull()).isTrue();
        assertThat(item.get("erasedOn").asString()).isEqualTo(ERASED_ON.toString());
    }

    private List<KeyId> eraseSource(UUID source, List<Compartment> compartments, boolean whole) {
        var keys = RETENTION.keys().remove(source, compartments);
        Topic.publish(new KeysRemoved(erasure, source, keys, whole, ERASED_ON, Instant.now()));
        return keys;
    }

    private UUID source() {
        return database.sql("select source_id from information_of_source where file_id = ?")
                .param(file)
                .query(UUID.class)
                .single();
    }

    private List<DueItem> dueIn() {
        return due.stream()
                .flatMap(one -> one.in(List.of(file)).stream())
                .filter(item -> item.kind().equals("notice") || item.kind().equals("review"))
                .toList();
    }

    private Answer report(LocalDate on) {
        return worker().post(path(), request(on));
    }

    private static Map<String, ?> request(LocalDate on) {
        return Map.of(
                "receivedOn",
                on,
                "text",
                SAID,
                "reliability",
                "hearsay",
                "source",
                Map.of("kind", "neighbour", "name", "Mme Voisin"));
    }

    private Answer except(UUID information) {
        return post(
                information,
                "notice-exception",
                Map.of("reason", "child-in-danger", "reasonText", "Léa serait en danger."));
    }

    private Answer post(UUID information, String what, Map<String, ?> body) {
        return worker().post(path() + "/" + information + "/" + what, body);
    }

    private JsonNode only() {
        var items = worker().get(path()).body().get("items");
        assertThat(items.size()).isEqualTo(1);
        return items.get(0);
    }

    private String path() {
        return "/api/cases/files/" + file + "/third-party";
    }

    private long count(String from) {
        return database.sql("select count(*) from " + from).query(Long.class).single();
    }
}
