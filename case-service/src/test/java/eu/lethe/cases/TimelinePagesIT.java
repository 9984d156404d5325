package eu.lethe.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.lethe.cases.running.Api;
import eu.lethe.cases.running.Api.Answer;
import eu.lethe.cases.running.RunningCaseService;
import eu.lethe.contracts.events.retention.ErasureEvent.KeysRemoved;
import eu.lethe.contracts.events.retention.ErasureEvent.PersonSuspended;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.testkit.Topic;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever turns a page of a file is asked for their right anew, misses nothing, and is in the journal once. */
class TimelinePagesIT extends RunningCaseService {

    private static final List<Compartment> WHOLE_FILE = List.of(
            Compartment.IDENTITY,
            Compartment.NARRATIVE,
            Compartment.CODING,
            Compartment.THIRD_PARTY,
            Compartment.HEALTH);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    private UUID person = new UUID(0, 0);
    private UUID file = new UUID(0, 0);

    @BeforeEach
    void a_file_of_six_contacts_of_which_two_were_read() {
        person = register("Feuillets", "Fanny");
        file = openFile(person);
        for (var day = 6; day > 0; day--) {
            recordOn(DAY.minusDays(day), "Le " + DAY.minusDays(day));
        }
    }

    @Test
    void what_is_recorded_before_and_behind_where_somebody_is_neither_hides_nor_repeats_anything() {
        var first = firstPage();
        recordOn(DAY, "Nouveau");
        recordOn(DAY.minusDays(4), "Rattrapé");

        var second = after(worker(), next(first), 10);

        assertThat(texts(first)).containsExactly("Le 2026-03-09", "Le 2026-03-08");
        assertThat(texts(second))
                .containsExactly("Le 2026-03-07", "Rattrapé", "Le 2026-03-06", "Le 2026-03-05", "Le 2026-03-04");
        assertThat(changed(second)).as("something stands before it now").isTrue();
        assertThat(texts(worker().get(path() + "?limit=10"))).hasSize(8);
    }

    @Test
    void what_is_recorded_only_behind_where_somebody_is_changes_nothing_of_what_they_have() {
        var first = firstPage();
        recordOn(DAY.minusDays(4), "Rattrapé");

        assertThat(changed(after(worker(), next(first), 10))).isFalse();
    }

    @Test
    void a_contact_that_is_put_on_another_day_while_somebody_reads_is_told() {
        var first = firstPage();
        var oldest = after(worker(), next(first), 10).body().at("/contacts/3");
        correct(oldest.get("contactId").asString(), DAY);

        var second = after(worker(), next(first), 10);

        assertThat(texts(second)).containsExactly("Le 2026-03-07", "Le 2026-03-06", "Le 2026-03-05");
        assertThat(changed(second)).isTrue();
    }

    @Test
    void what_is_told_once_is_not_told_again_on_the_page_that_follows() {
        var first = firstPage();
        recordOn(DAY, "Nouveau");
        var second = after(worker(), next(first), 2);

        assertThat(changed(second)).isTrue();
        assertThat(changed(after(worker(), next(second), 2))).isFalse();
    }

    @Test
    void reading_goes_on_where_a_contact_was_taken_back() {
        var first = firstPage();
        var last = first.body().at("/contacts/1/contactId").asString();
        assertThat(worker().post(path() + "/contacts/" + last + "/withdrawal", Map.of("reason", "recorded-in-error"))
                        .status())
                .isLessThan(300);

        var second = after(worker(), next(first), 10);

        assertThat(texts(second)).hasSize(4).startsWith("Le 2026-03-07");
        assertThat(changed(second)).isTrue();
    }

    @Test
    void the_pages_of_two_records_that_are_read_as_one_are_one_timeline() {
        var first = firstPage();
        var other = register("Feuilets", "Fanny");
        var duplicate = openFile(other);
        recordIn(duplicate, DAY.minusDays(4), "Dit à l’autre");

        assertThat(worker().post("/api/cases/persons/" + person + "/duplicates", Map.of("duplicateId", other))
                        .status())
                .isEqualTo(201);

        assertThat(texts(after(worker(), next(first), 2))).containsExactly("Le 2026-03-07", "Dit à l’autre");
        assertThat(worker().get("/api/cases/files/" + duplicate + "/timeline").status())
                .isEqualTo(409);
    }

    @Test
    void a_place_in_another_file_leads_nowhere() {
        var elsewhere = openFile(register("Ailleurs", "Aude"));

        var answer = worker().get("/api/cases/files/" + elsewhere + "/timeline?after=" + next(firstPage()));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/errors/0/pointer").asString()).isEqualTo("/after");
    }

    @Test
    void a_place_that_was_tampered_with_is_no_way_into_another_file() {
        var elsewhere = openFile(register("Ailleurs", "Aude"));
        recordIn(elsewhere, DAY, "Ailleurs");
        var bytes = Base64.getUrlDecoder().decode(next(worker().get(path() + "?limit=5")));
        var moved = Base64.getUrlEncoder()
                .encodeToString(ByteBuffer.wrap(bytes.clone())
                        .putLong(elsewhere.getMostSignificantBits())
                        .putLong(elsewhere.getLeastSignificantBits())
                        .array());

        assertThat(after(worker(), moved, 10).status()).isEqualTo(400);
        assertThat(north().get("/api/cases/files/" + elsewhere + "/timeline?after=" + moved)
                        .status())
                .isEqualTo(403);
        var later = ByteBuffer.wrap(bytes.clone())
                .putLong(16, DAY.plusDays(1).toEpochDay())
                .array();
        assertThat(texts(after(worker(), Base64.getUrlEncoder().encodeToString(later), 10)))
                .as("at another place of the same file")
                .hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "!!!", "", "AAAA"})
    void what_is_no_place_is_refused(String place) {
        assertThat(worker().get(path() + "/timeline?after=" + place).status()).isEqualTo(400);
    }

    @Test
    void a_place_at_the_end_of_time_is_refused() {
        var bytes = Base64.getUrlDecoder().decode(next(firstPage()));
        for (var end : List.of(Long.MIN_VALUE, Long.MAX_VALUE)) {
            for (var at : List.of(16, 24)) {
                var place = ByteBuffer.allocate(bytes.length)
                        .put(bytes)
                        .putLong(at, end)
                        .array();
                assertThat(after(worker(), Base64.getUrlEncoder().encodeToString(place), 10)
                                .status())
                        .isEqualTo(400);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "501", "many"})
    void a_limit_beyond_what_fits_is_refused(String limit) {
        assertThat(worker().get(path() + "?limit=" + limit).status()).isEqualTo(400);
        assertThat(worker().get(path() + "/timeline?limit=" + limit).status()).isEqualTo(400);
    }

    @Test
    void whoever_may_not_open_the_file_turns_no_page_of_it() {
        var answer = after(north(), next(firstPage()), 10);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.response().body()).doesNotContain("Le 2026");
    }

    @Test
    void whoever_is_kept_out_between_two_pages_reads_no_further() {
        var place = next(firstPage());
        assertThat(lead().post(
                                "/api/cases/persons/" + person + "/exclusions",
                                Map.of(
                                        "workerId",
                                        id("worker", "centre"),
                                        "ask",
                                        id("lead", "centre"),
                                        "reason",
                                        "relative"))
                        .status())
                .isEqualTo(201);

        assertThat(after(worker(), place, 10).text("type")).isEqualTo("urn:lethe:problem:excluded");
    }

    @Test
    void whoever_is_suspended_or_erased_between_two_pages_is_read_no_further() {
        var place = next(firstPage());
        var erasure = UUID.randomUUID();

        RETENTION.keys().suspend(person, WHOLE_FILE);
        Topic.publish(new PersonSuspended(
                erasure, person, WHOLE_FILE, true, Instant.parse("2028-03-10T12:00:00Z"), Instant.now()));
        await().atMost(SOON).until(() -> after(worker(), place, 10).status() == 423);

        var keys = RETENTION.keys().remove(person, WHOLE_FILE);
        Topic.publish(new KeysRemoved(erasure, person, keys, true, LocalDate.of(2028, 3, 10), Instant.now()));
        await().atMost(SOON).until(() -> after(worker(), place, 10).status() == 410);
    }

    @Test
    void who_reads_a_file_to_its_end_stands_in_the_journal_once() {
        var page = firstPage();
        while (!page.body().get("next").isNull()) {
            page = after(worker(), next(page), 1);
        }

        assertThat(readings()).containsExactly("file");
    }

    @Test
    void who_comes_in_behind_the_first_page_stands_in_the_journal_all_the_same() {
        var place = next(firstPage());
        var colleague = colleague(UUID.randomUUID(), "Yanis Belkacem", "centre");

        assertThat(texts(after(colleague, place, 1))).hasSize(1);
        assertThat(texts(after(colleague, place, 2))).hasSize(2);

        assertThat(readings()).containsExactly("file", "file");
    }

    @Test
    void who_comes_in_by_exceptional_access_stands_in_the_journal_by_it() {
        assertThat(north().post(
                                path() + "/exceptional-access",
                                Map.of("reason", "replacement", "reasonText", "Absence imprévue."))
                        .status())
                .isEqualTo(201);

        var first = north().get(path() + "?limit=2");
        assertThat(texts(after(north(), next(first), 10))).hasSize(4);

        var entry = worker().get(path() + "/readers").body().at("/items/0");
        assertThat(entry.at("/exceptional/reason").asString()).isEqualTo("replacement");
        assertThat(worker().get(path() + "/readers")
                        .body()
                        .get("items")
                        .valueStream()
                        .filter(item -> item.get("unit").asString().equals("north")))
                .hasSize(1);
    }

    private String path() {
        return "/api/cases/files/" + file;
    }

    private Answer firstPage() {
        return worker().get(path() + "?limit=2");
    }

    private Answer after(Api caller, String place, int limit) {
        return caller.get(path() + "/timeline?limit=" + limit + "&after=" + place);
    }

    private static String next(Answer page) {
        return page.text("next");
    }

    private static boolean changed(Answer page) {
        return page.body().get("changed").asBoolean();
    }

    private static List<String> texts(Answer page) {
        return page.body()
                .get("contacts")
                .valueStream()
                .map(contact -> contact.get("text").asString())
                .toList();
    }

    private Stream<String> readings() {
        return worker().get(path() + "/readers")
                .body()
                .get("items")
                .valueStream()
                .map(item -> item.get("reason").asString());
    }

    private void recordOn(LocalDate day, String text) {
        recordIn(file, day, text);
    }

    private void recordIn(UUID in, LocalDate day, String text) {
        var contact = new HashMap<String, Object>(Map.of("date", day.toString(), "text", text));
        assertThat(worker().post("/api/cases/files/" + in + "/contacts", contact)
                        .status())
                .isEqualTo(201);
    }

    private void correct(String contact, LocalDate day) {
        assertThat(worker().put(
                                path() + "/contacts/" + contact,
                                Map.of(
                                        "revisionId", contact,
                                        "date", day.toString(),
                                        "text", "Daté autrement",
                                        "reason", "wrong-fact",
                                        "reasonText", "Relu"))
                        .status())
                .isEqualTo(200);
    }
}
