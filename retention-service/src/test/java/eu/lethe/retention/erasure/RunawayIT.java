package eu.lethe.retention.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.retention.running.Answer;
import eu.lethe.retention.running.Persons;
import eu.lethe.retention.running.RunningRetention;
import eu.lethe.retention.running.Someone;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many small erasures take no more of the base, unnoticed, than one large one. */
class RunawayIT extends RunningRetention {

    @Autowired
    private JdbcClient sql;

    private final List<UUID> begun = new ArrayList<>();
    private final Set<UUID> taken = new HashSet<>();

    @BeforeEach
    void nothing_else_is_under_way() {
        // out of the window of every test before this one, and what they left open is over
        passes("P31D");
        eventually(
                "nothing is suspended any more",
                () -> sql.sql("select count(*) from content_key where erasure_id is not null")
                                .query(Integer.class)
                                .single()
                        == 0);
        sql.sql("delete from erasure_claim").update();
        // those of other tests may have dependents, who would go with them and be counted
        sql.sql("update known_person set erased = true where not erased").update();
    }

    @AfterEach
    void call_off() {
        begun.forEach(erasure -> post(Someone.ADMIN, path(erasure) + "/cancellation"));
    }

    @Test
    void erasures_each_below_the_limit_are_stopped_when_together_they_pass_it() {
        var limit = fifthOfTheBase();
        var small = runsOf(2, limit / 2 + 1);

        var answers = small.stream().map(this::request).toList();

        assertThat(answers.subList(0, limit / 2))
                .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        var refused = answers.getLast();
        assertThat(refused.textAt("/type")).isEqualTo("urn:lethe:problem:share-exceeded");
        assertThat(refused.at("/erasable").asInt()).isEqualTo(2);
        assertThat(refused.at("/together").asInt()).isEqualTo(small.size() * 2);
        assertThat(request(small.getLast(), 2).status()).isEqualTo(409);
        assertThat(request(small.getLast(), small.size() * 2).textAt("/state")).isEqualTo("requested");
    }

    @Test
    void what_was_removed_within_the_window_counts_and_after_it_no_longer() {
        var limit = fifthOfTheBase();
        var first = previewed(persons(limit));
        request(first);
        approve(first);
        passes("P7D");
        eventually("removed", () -> show(first).textAt("/state").equals("removed"));
        var second = previewed(persons(2));

        var refused = request(second);
        passes("P31D");

        assertThat(refused.textAt("/type")).endsWith("share-exceeded");
        assertThat(request(second).status()).isEqualTo(200);
    }

    @Test
    void who_is_in_two_requests_counts_once_and_what_was_called_off_not_at_all() {
        var limit = fifthOfTheBase();
        var persons = persons(limit);
        var called = previewed(persons);
        var again = previewed(persons);

        assertThat(request(called).status()).isEqualTo(200);
        assertThat(request(again).status()).isEqualTo(200);
        post(Someone.ADMIN, path(called) + "/cancellation");
        post(Someone.ADMIN, path(again) + "/cancellation");

        assertThat(request(previewed(persons(limit))).status()).isEqualTo(200);
    }

    @Test
    void of_two_asked_for_at_the_same_moment_only_one_passes() {
        var half = fifthOfTheBase() / 2 + 1;
        var one = previewed(persons(half));
        var other = previewed(persons(half));

        var answers = List.of(
                CompletableFuture.supplyAsync(() -> request(one)), CompletableFuture.supplyAsync(() -> request(other)));

        assertThat(answers.stream().map(answer -> answer.join().status())).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void a_run_that_grew_too_large_meanwhile_stops_itself_and_removes_nothing() {
        var limit = fifthOfTheBase();
        var persons = persons(limit);
        var erasure = previewed(persons);
        request(erasure);
        approve(erasure);
        // the base shrinks in the meantime: the same number is a larger share of it
        var shrunk = sql.sql("""
                        update known_person set erased = true
                         where not erased and person_id <> all (cast(:persons as uuid[]))""")
                .param("persons", persons.stream().map(UUID::toString).toArray(String[]::new))
                .update();
        assertThat(shrunk).isPositive();

        passes("P7D");

        eventually("stopped", () -> show(erasure).at("/paused").asBoolean());
        var stopped = show(erasure);
        assertThat(stopped.textAt("/state")).isEqualTo("suspended");
        assertThat(stopped.at("/progress/removed").asInt()).isZero();
        assertThat(stopped.at("/share/toConfirm").asInt()).isEqualTo(limit);
        assertThat(post(Someone.APPROVER, path(erasure) + "/resumption").textAt("/type"))
                .endsWith("share-exceeded");
        assertThat(post(Someone.ADMIN, path(erasure) + "/resumption", Map.of("confirmedCount", limit))
                        .textAt("/type"))
                .endsWith("four-eyes-to-resume");
        post(Someone.APPROVER, path(erasure) + "/resumption", Map.of("confirmedCount", limit));
        eventually("removed", () -> show(erasure).textAt("/state").equals("removed"));
    }

    /** How many persons are just not too many, in a base in which there is room for more than twice that. */
    private int fifthOfTheBase() {
        while (free().size() < inBase() * 0.45 + 10) {
            add(20);
        }
        return (int) (inBase() * 0.2) / 2 * 2;
    }

    private int inBase() {
        return sql.sql("select count(*) from known_person where not erased")
                .query(Integer.class)
                .single();
    }

    /** Those of the base whom no erasure holds, and no run of this test has. */
    private List<UUID> free() {
        return sql.sql("""
                        select person_id from known_person
                         where not erased and person_id in (select person_id from content_key where erasure_id is null)""").query((row, _) -> row.getObject(1, UUID.class)).list().stream()
                .filter(person -> !taken.contains(person))
                .toList();
    }

    private void add(int count) {
        var fresh = post(Someone.CASE_SERVICE, "/api/retention/reserves", Map.of("count", count))
                .each("/personIds")
                .map(id -> UUID.fromString(id.asString()))
                .toList();
        fresh.forEach(person -> happens(Persons.registered(person)));
        eventually("known", () -> free().containsAll(fresh));
    }

    private List<UUID> persons(int count) {
        var persons = free().subList(0, count);
        taken.addAll(persons);
        return persons;
    }

    private List<UUID> runsOf(int size, int runs) {
        return IntStream.range(0, runs).mapToObj(_ -> previewed(persons(size))).toList();
    }

    private UUID previewed(List<UUID> persons) {
        var preview = post(
                Someone.ADMIN, "/api/retention/erasures", Map.of("personIds", persons, "reason", "right-exercised"));
        var erasure = preview.idAt("/erasureId");
        begun.add(erasure);
        return erasure;
    }

    private Answer request(UUID erasure) {
        return post(Someone.ADMIN, path(erasure) + "/request");
    }

    private Answer request(UUID erasure, int typed) {
        return post(Someone.ADMIN, path(erasure) + "/request", Map.of("confirmedCount", typed));
    }

    private void approve(UUID erasure) {
        assertThat(post(Someone.APPROVER, path(erasure) + "/approval").textAt("/state"))
                .isEqualTo("suspended");
    }

    private Answer show(UUID erasure) {
        return get(Someone.DPO, path(erasure));
    }

    private static String path(UUID erasure) {
        return "/api/retention/erasures/" + erasure;
    }
}
