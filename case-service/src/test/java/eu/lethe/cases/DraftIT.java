package eu.lethe.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.lethe.cases.running.Api.Answer;
import eu.lethe.cases.running.RunningCaseService;
import eu.lethe.contracts.events.retention.ErasureEvent.KeysRemoved;
import eu.lethe.contracts.events.retention.ErasureEvent.PersonSuspended;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.testkit.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class DraftIT extends RunningCaseService {

    private static final String CANARY = "Canari-Brouillon";
    private static final List<Compartment> FILE =
            List.of(Compartment.IDENTITY, Compartment.NARRATIVE, Compartment.CODING, Compartment.HEALTH);

    @Autowired
    private JdbcClient database;

    @Test
    void what_was_typed_is_handed_back_as_it_was() {
        var file = openFile(register("Brouillon", "Bruno"));

        var saved = worker().put(draft(file, "contact"), typed("Elle dit que…"));

        assertThat(saved.status()).isEqualTo(200);
        var read = worker().get(draft(file, "contact"));
        assertThat(read.body().get("draft").get("text").asString()).isEqualTo("Elle dit que…");
        assertThat(read.body().get("draft").get("caret").asInt()).isEqualTo(12);
        assertThat(read.text("savedAt")).isEqualTo(saved.text("savedAt"));
    }

    @Test
    void the_later_draft_takes_the_place_of_the_earlier_one_and_each_kind_has_its_own() {
        var file = openFile(register("Suite", "Simon"));
        var first = worker().put(draft(file, "contact"), typed("Un."));

        worker().put(draft(file, "contact"), typedOver(first, "Un, deux."));
        worker().put(draft(file, "third-party"), typed("On dit."));

        assertThat(worker().get(draft(file, "contact"))
                        .body()
                        .get("draft")
                        .get("text")
                        .asString())
                .isEqualTo("Un, deux.");
        assertThat(worker().get("/api/cases/drafts")
                        .body()
                        .get("items")
                        .valueStream()
                        .filter(item -> item.get("fileId").asString().equals(file.toString()))
                        .map(item -> item.get("kind").asString()))
                .containsExactly("third-party", "contact");
    }

    @Test
    void a_saved_draft_is_dropped() {
        var file = openFile(register("Enregistré", "Élise"));
        var kept = worker().put(draft(file, "contact"), typed("Fini."));

        assertThat(drop(file, kept.id("revisionId")).status()).isEqualTo(204);

        assertThat(worker().get(draft(file, "contact")).status()).isEqualTo(404);
    }

    @Test
    void a_draft_is_for_who_typed_it_and_who_may_read_the_file() {
        var file = openFile(register("Privé", "Prune"));
        worker().put(draft(file, "contact"), typed("À moi."));

        assertThat(as("worker", "north").get(draft(file, "contact")).status()).isEqualTo(403);
        assertThat(as("worker", "north")
                        .put(draft(file, "contact"), typed("Non."))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void an_unknown_kind_and_a_huge_draft_are_refused() {
        var file = openFile(register("Énorme", "Ella"));

        assertThat(worker().put(draft(file, "novel"), typed("…")).status()).isEqualTo(404);
        assertThat(worker().put(draft(file, "contact"), typed("x".repeat(256 * 1024)))
                        .status())
                .isEqualTo(413);
        assertThat(worker().put(draft(file, "contact"), Map.of("draft", "texte"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_draft_is_sealed() {
        var file = openFile(register("Clos", "Cléo"));

        worker().put(draft(file, "contact"), typed(CANARY));

        assertThat(database.sql("select draft from draft where file_id = ?")
                        .param(file)
                        .query(String.class)
                        .single())
                .startsWith("ey")
                .doesNotContain(CANARY);
    }

    @Test
    void after_three_days_a_draft_is_no_more() {
        var file = openFile(register("Ancien", "Aline"));
        worker().put(draft(file, "contact"), typed("Il y a longtemps."));

        database.sql("update draft set saved_at = saved_at - interval '72 hours' where file_id = ?")
                .param(file)
                .update();

        assertThat(worker().get(draft(file, "contact")).status()).isEqualTo(404);
    }

    @Test
    void a_suspended_person_has_no_draft_to_read_and_an_erased_one_has_none() {
        var person = register("Effaçable", "Eddy");
        var file = openFile(person);
        worker().put(draft(file, "contact"), typed("Reste ?"));
        var erasure = UUID.randomUUID();
        RETENTION.keys().suspend(person, FILE);
        Topic.publish(
                new PersonSuspended(erasure, person, FILE, true, Instant.parse("2028-03-10T12:00:00Z"), Instant.now()));
        await().atMost(SOON).until(() -> worker().get(draft(file, "contact")).status() == 423);

        var keys = RETENTION.keys().remove(person, FILE);
        Topic.publish(new KeysRemoved(erasure, person, keys, true, LocalDate.of(2028, 3, 4), Instant.now()));

        await().atMost(SOON)
                .until(() -> database.sql("select count(*) from draft where file_id = ?")
                                .param(file)
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    @Test
    void each_member_of_staff_has_a_key_of_their_own_for_the_quarter_of_a_day_and_keeps_those_of_three_days() {
        var own = keys("worker", "centre");
        var others = keys("lead", "centre");
        database.sql("update draft_key set since = since - interval '60 hours' where key_id = ?")
                .param(UUID.fromString(own.getFirst()))
                .update();

        var later = keys("worker", "centre");

        assertThat(own).doesNotContainAnyElementsOf(others);
        assertThat(later).hasSize(own.size() + 1).containsAll(own).last().isEqualTo(own.getFirst());
        assertThat(Base64.getUrlDecoder()
                        .decode(as("worker", "centre")
                                .get("/api/cases/draft-keys")
                                .body()
                                .get("keys")
                                .get(0)
                                .get("key")
                                .asString()))
                .hasSize(32);
    }

    @Test
    void the_key_that_opens_keys_of_drafts_ends_before_what_was_typed_first_under_it_is_three_days_old() {
        var _ = keys("worker", "centre");

        var quarters = database.sql("select subject_id, since from draft_key_quarter")
                .query((row, _) -> Map.entry(
                        row.getObject("subject_id", UUID.class),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .list();

        assertThat(quarters)
                .isNotEmpty()
                .allSatisfy(quarter -> assertThat(RETENTION.ends().get(quarter.getKey()))
                        .isBefore(quarter.getValue().plus(Duration.ofDays(3)))
                        .isAfter(quarter.getValue().plus(Duration.ofHours(71))));
    }

    @Test
    void a_key_of_three_days_ago_is_not_handed_out() {
        var old = keys("lead", "north");
        database.sql("update draft_key set since = since - interval '72 hours' where key_id = ?")
                .param(UUID.fromString(old.getFirst()))
                .update();

        assertThat(keys("lead", "north")).hasSize(1).doesNotContainAnyElementsOf(old);
    }

    @Test
    void the_database_alone_gives_no_key_of_a_draft() {
        var key = as("worker", "centre")
                .get("/api/cases/draft-keys")
                .body()
                .get("keys")
                .get(0)
                .get("key")
                .asString();

        var stored = database.sql("select row_to_json(draft_key)::text from draft_key")
                .query(String.class)
                .list();

        var hex = HexFormat.of().formatHex(Base64.getUrlDecoder().decode(key));
        assertThat(stored)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).doesNotContain(key).doesNotContain(hex));
    }

    @Test
    void draft_keys_are_handed_out_while_retention_service_is_away_for_a_moment() {
        var before = keys("worker", "centre");

        RETENTION.goAway();
        try {
            assertThat(keys("worker", "centre")).isEqualTo(before);
        } finally {
            RETENTION.comeBack();
        }
    }

    @Test
    void what_another_tab_kept_meanwhile_is_not_overwritten() {
        var file = openFile(register("Onglets", "Odile"));
        var read = worker().put(draft(file, "contact"), typed("Ensemble."));
        var other = worker().put(draft(file, "contact"), typedOver(read, "Dans l’autre onglet."));

        var late = worker().put(draft(file, "contact"), typedOver(read, "Dans celui-ci."));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("type")).isEqualTo("urn:lethe:problem:edited-meanwhile");
        assertThat(late.id("revisionId")).isEqualTo(other.id("revisionId"));
        assertThat(late.text("detail")).contains("dans un autre onglet");
        assertThat(late.response().body()).doesNotContain("celui-ci");
        assertThat(text(file)).isEqualTo("Dans l’autre onglet.");
    }

    @Test
    void who_knows_of_no_draft_overwrites_none() {
        var file = openFile(register("Ignoré", "Irène"));
        worker().put(draft(file, "contact"), typed("Déjà là."));

        assertThat(worker().put(draft(file, "contact"), typed("Le premier, croyait-il."))
                        .status())
                .isEqualTo(409);
        assertThat(text(file)).isEqualTo("Déjà là.");
    }

    @Test
    void a_draft_that_was_dropped_meanwhile_does_not_come_back_unseen() {
        var file = openFile(register("Lâché", "Lise"));
        var read = worker().put(draft(file, "contact"), typed("Ensemble."));
        drop(file, read.id("revisionId"));

        var late = worker().put(draft(file, "contact"), typedOver(read, "Encore."));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body().has("revisionId")).isFalse();
        assertThat(worker().put(draft(file, "contact"), typed("Encore.")).status())
                .isEqualTo(200);
    }

    @Test
    void only_the_draft_that_was_read_is_dropped() {
        var file = openFile(register("Reste", "Rita"));
        var read = worker().put(draft(file, "contact"), typed("Ensemble."));
        worker().put(draft(file, "contact"), typedOver(read, "La suite, ailleurs."));

        assertThat(drop(file, read.id("revisionId")).status()).isEqualTo(409);
        assertThat(worker().delete(draft(file, "contact")).status()).isEqualTo(400);
        assertThat(text(file)).isEqualTo("La suite, ailleurs.");
    }

    @Test
    void in_the_place_of_a_draft_of_three_days_ago_a_new_one_is_the_first() {
        var file = openFile(register("Périmé", "Paule"));
        worker().put(draft(file, "contact"), typed("Il y a longtemps."));
        database.sql("update draft set saved_at = saved_at - interval '72 hours' where file_id = ?")
                .param(file)
                .update();

        assertThat(worker().put(draft(file, "contact"), typed("Aujourd’hui.")).status())
                .isEqualTo(200);
        assertThat(text(file)).isEqualTo("Aujourd’hui.");
    }

    private String text(UUID file) {
        return worker().get(draft(file, "contact"))
                .body()
                .get("draft")
                .get("text")
                .asString();
    }

    private Answer drop(UUID file, UUID revision) {
        return worker().delete(draft(file, "contact") + "?revisionId=" + revision);
    }

    private List<String> keys(String role, String unit) {
        return as(role, unit)
                .get("/api/cases/draft-keys")
                .body()
                .get("keys")
                .valueStream()
                .map(key -> key.get("id").asString())
                .toList();
    }

    private static Map<String, ?> typed(String text) {
        return Map.of("draft", Map.of("text", text, "caret", 12));
    }

    private static Map<String, ?> typedOver(Answer kept, String text) {
        return Map.of("revisionId", kept.id("revisionId"), "draft", Map.of("text", text, "caret", 12));
    }

    private static String draft(UUID file, String kind) {
        return "/api/cases/files/" + file + "/drafts/" + kind;
    }
}
