package eu.lethe.retention.hold;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.retention.running.Answer;
import eu.lethe.retention.running.Persons;
import eu.lethe.retention.running.RunningRetention;
import eu.lethe.retention.running.Someone;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What a court or a duty needs is not erased; the business clock moves on through these tests. */
class HoldsIT extends RunningRetention {

    private static final String HOLDS = "/api/retention/holds";
    private static final String ERASURES = "/api/retention/erasures";

    /** What a removal holds while it decides, and what the remover holds while it deletes. */
    private static final String TURN = "328119642213";

    private static final String LEDGER = "hashtext('lethe.key_ledger')";

    @Autowired
    private JdbcClient sql;

    @Autowired
    private MeterRegistry meters;

    private final List<UUID> begun = new ArrayList<>();

    private UUID person = UUID.randomUUID();
    private UUID source = UUID.randomUUID();
    private UUID second = UUID.randomUUID();
    private UUID other = UUID.randomUUID();
    private final UUID file = UUID.randomUUID();

    @BeforeEach
    void a_person_with_a_second_record_about_whom_somebody_reported_and_another_person() {
        // out of the window of the tests before, so that the share of the base is no matter here
        passes("P31D");
        var born = post(Someone.CASE_SERVICE, "/api/retention/reserves", Map.of("count", 4))
                .each("/personIds")
                .map(id -> UUID.fromString(id.asString()))
                .toList();
        person = born.get(0);
        source = born.get(1);
        second = born.get(2);
        other = born.get(3);
        var today = clock.today();
        happens(
                Persons.registered(person),
                Persons.opened(file, person, today),
                Persons.contact(file, person, today),
                Persons.contact(file, person, today),
                Persons.reported(UUID.randomUUID(), source, file, person, today),
                Persons.registered(second),
                Persons.merged(person, second, today.plusDays(30), clock.now()),
                Persons.registered(other));
        eventuallyDue(person, "support-file");
        eventuallyDue(source, "third-party");
        eventuallyDue(other, "single-visit");
        eventually("the second record goes along", () -> erasable(person, "right-exercised") == 3);
    }

    @AfterEach
    void nothing_is_held_any_more() {
        begun.forEach(erasure -> post(Someone.ADMIN, path(erasure) + "/cancellation"));
        held(false).forEach(hold -> release(UUID.fromString(hold.at("/holdId").asString())));
    }

    // --- whom it keeps ---

    @Test
    void who_is_held_is_left_out_of_a_preview_whatever_the_reason_and_those_who_hang_together_with_them() {
        hold(Map.of("personId", person));
        passes("P2Y1D");

        for (var reason : List.of("deadline", "right-exercised", "recorded-in-error")) {
            var preview = preview(List.of(person, source, second, other), reason);

            assertThat(preview.each("/preview/held")
                            .filter(left -> left.at("/cause").asString().equals("on-hold"))
                            .map(left -> left.at("/personId").asString()))
                    .as(reason)
                    .contains(person.toString());
            assertThat(preview.at("/preview/erasable").asInt()).as(reason).isEqualTo(1);
            assertThat(preview.textAt("/preview/onHold/0/code")).isEqualTo("litigation");
            assertThat(preview.textAt("/preview/onHold/0/label")).isEqualTo("Contentieux");
        }
        assertThat(erasable(source, "right-exercised")).isZero();
        assertThat(erasable(second, "right-exercised")).isZero();
    }

    @Test
    void a_held_second_record_keeps_the_person_and_a_held_source_keeps_what_was_said_under_both_keys() {
        for (var below : List.of(second, source)) {
            var hold = hold(Map.of("personId", below));

            var preview = preview(List.of(person), "right-exercised");

            assertThat(preview.at("/preview/erasable").asInt()).isZero();
            assertThat(preview.textAt("/preview/held/0/cause")).isEqualTo("on-hold");
            release(hold);
        }
    }

    @Test
    void a_second_record_that_proves_to_be_somebody_else_is_not_held_with_the_person_any_more() {
        hold(Map.of("personId", person));
        happens(Persons.undone(person, second, clock.now()));

        eventually("they are two", () -> erasable(second, "right-exercised") == 1);
    }

    @Test
    void a_unit_holds_whoever_is_there_and_whoever_left_it_since() {
        hold(Map.of("unit", "centre"));
        assertThat(erasable(person, "right-exercised")).isZero();
        assertThat(erasable(other, "right-exercised")).isZero();

        happens(Persons.transferred(file, person, "north"));
        eventually(
                "it is with the other unit",
                () -> sql.sql("select unit from known_file where file_id = :file")
                        .param("file", file)
                        .query(String.class)
                        .single()
                        .equals("north"));

        assertThat(erasable(person, "right-exercised")).isZero();
    }

    @Test
    void a_rule_holds_what_is_kept_under_it_and_nothing_else() {
        var moratorium = hold(Map.of("rule", "support-file"));

        assertThat(erasable(person, "right-exercised")).isZero();
        assertThat(erasable(other, "right-exercised")).isEqualTo(1);
        release(moratorium);
        hold(Map.of("rule", "health"));

        assertThat(erasable(person, "right-exercised")).isEqualTo(3);
    }

    // --- before the act ---

    @Test
    void who_is_held_after_the_approval_is_spared_at_the_act_and_read_again() {
        assertThat(key(other)).isEqualTo(200);
        var erasure = approved(List.of(person, other));
        assertThat(key(person)).isEqualTo(423);

        hold(Map.of("personId", person));
        passes("P7D");

        eventuallyIn(erasure, "removed");
        assertThat(droppedOut(erasure)).containsOnly("on-hold").hasSize(3);
        assertThat(Stream.of(person, source, second).map(this::key)).containsOnly(200);
        assertThat(key(other)).isEqualTo(410);
    }

    @Test
    void once_it_is_released_what_is_due_may_be_erased() {
        passes("P2Y1D");
        var hold = hold(Map.of("personId", person));
        assertThat(held(false).findFirst().orElseThrow().at("/dueNow").asInt()).isPositive();

        var released = release(hold);

        assertThat(released.textAt("/released/reason")).isEqualTo("matter-closed");
        assertThat(released.textAt("/released/reasonLabel")).isEqualTo("L’affaire est close");
        assertThat(released.textAt("/released/by/id")).isEqualTo("10000000-0000-4000-8000-000000000001");
        assertThat(erasable(person, "deadline")).isEqualTo(3);
        assertThat(held(true).map(item -> item.at("/holdId").asString())).contains(hold.toString());
    }

    // --- at the same moment ---

    @Test
    void who_comes_too_late_waits_for_the_removal_and_is_told() throws Exception {
        var erasure = approved(List.of(person));
        try (var connection = database().connect()) {
            lock(connection, LEDGER);
            passes("P7D");
            eventually("the remover is about to delete", () -> waitingFor(LEDGER) >= 1);

            var answer = CompletableFuture.supplyAsync(() -> tryToHold(person));
            eventually("the hold waits for it", () -> waitingFor(TURN) >= 1);
            assertThat(answer).isNotDone();
            unlock(connection, LEDGER);

            assertThat(answer.join().status()).isEqualTo(409);
            assertThat(answer.join().textAt("/type")).isEqualTo("urn:lethe:problem:already-erased");
            assertThat(answer.join().textAt("/erasedOn"))
                    .isEqualTo(clock.today().toString());
        }
        eventuallyIn(erasure, "removed");
        assertThat(held(false)).isEmpty();
    }

    @Test
    void a_hold_that_was_there_first_is_seen_by_a_removal_that_waited_for_it() throws Exception {
        var erasure = approved(List.of(person));
        try (var connection = database().connect()) {
            lock(connection, TURN);
            var answer = CompletableFuture.supplyAsync(() -> tryToHold(person));
            eventually("the hold waits for its turn", () -> waitingFor(TURN) >= 1);
            passes("P7D");
            eventually("the removal waits behind it", () -> waitingFor(TURN) >= 2);
            unlock(connection, TURN);

            assertThat(answer.join().status()).isEqualTo(201);
        }
        eventuallyIn(erasure, "cancelled");
        assertThat(droppedOut(erasure)).containsOnly("on-hold");
        assertThat(key(person)).isEqualTo(200);
    }

    // --- what people ask ---

    @Test
    void it_never_lapses_and_is_listed_first_once_its_day_has_come() {
        var first = hold(Map.of("personId", person), "P60D");
        var later = hold(Map.of("personId", other), "P90D");
        passes("P75D");

        assertThat(held(false).map(item -> item.at("/holdId").asString()))
                .containsExactly(first.toString(), later.toString());
        assertThat(held(false).map(item -> item.at("/toReassess").asBoolean())).containsExactly(true, false);
        assertThat(erasable(person, "right-exercised")).isZero();
        assertThat(gauge("in-force")).isEqualTo(2);
        assertThat(gauge("to-reassess")).isEqualTo(1);

        var reassessed = post(
                Someone.DPO,
                HOLDS + "/" + first + "/reassessment",
                Map.of("reassessOn", clock.today().plusYears(1)));

        assertThat(reassessed.at("/toReassess").asBoolean()).isFalse();
        assertThat(reassessed.textAt("/reassessed/by/name")).isEqualTo("DPO");
        assertThat(held(false).findFirst().orElseThrow().at("/holdId").asString())
                .isEqualTo(later.toString());
    }

    @Test
    void sent_twice_under_one_key_it_is_placed_once() {
        var body = Map.of(
                "personId",
                person,
                "reason",
                "inspection",
                "reassessOn",
                clock.today().plusDays(1));
        var key = UUID.randomUUID().toString();

        var once = postOnce(Someone.DPO, HOLDS, body, key);
        var again = postOnce(Someone.DPO, HOLDS, body, key);

        assertThat(once.status()).isEqualTo(201);
        assertThat(again.idAt("/holdId")).isEqualTo(once.idAt("/holdId"));
        assertThat(held(false)).hasSize(1);
        var another = new HashMap<String, Object>(body);
        another.put("personId", other);
        var refused = postOnce(Someone.DPO, HOLDS, another, key);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.textAt("/type")).endsWith("key-used");
        assertThat(held(false)).hasSize(1);
    }

    @Test
    void who_drops_out_for_a_hold_is_not_erased_by_that_erasure_once_it_is_released() {
        var erasure = approved(List.of(person, other));
        var hold = hold(Map.of("personId", person));
        passes("P7D");
        eventuallyIn(erasure, "removed");

        release(hold);

        assertThat(key(person)).as("nothing goes on by itself").isEqualTo(200);
        assertThat(droppedOut(erasure)).containsOnly("on-hold").hasSize(3);
        assertThat(erasable(person, "right-exercised"))
                .as("another erasure has to be asked for and approved")
                .isEqualTo(3);
    }

    @Test
    void the_erasure_that_waited_for_the_release_is_prepared_once_and_goes_its_way_with_two_people() {
        var dropped = approved(List.of(person, other));
        var hold = hold(Map.of("personId", person));
        passes("P7D");
        eventuallyIn(dropped, "removed");
        var alsoHeld = hold(Map.of("personId", source));
        release(hold);
        var before = erasures();
        assertThat(before).as("what hangs together is held together").contains(dropped);

        release(alsoHeld);

        eventually("prepared", () -> preparedSince(before).size() == 1);
        var prepared = preparedSince(before).getFirst();
        assertThat(prepared.textAt("/reason")).isEqualTo("right-exercised");
        assertThat(Stream.of(person, source, second).map(this::key)).containsOnly(200);
        begun.add(prepared.idAt("/erasureId"));
        requested(prepared);
        passes("P7D");
        eventually("all are gone", () -> Stream.of(person, source, second).allMatch(someone -> key(someone) == 410));
    }

    @Test
    void who_asked_to_be_erased_while_held_is_not_forgotten_at_the_release() {
        var hold = hold(Map.of("personId", person));
        assertThat(erasable(person, "right-exercised")).isZero();
        var before = erasures();

        release(hold);

        eventually("prepared", () -> preparedSince(before).size() == 1);
    }

    @Test
    void that_somebody_asked_to_be_erased_outlives_a_deadline_that_is_not_due_any_more() {
        passes("P2Y1D");
        var hold = hold(Map.of("personId", person));
        assertThat(erasable(person, "right-exercised")).isZero();
        assertThat(erasable(person, "deadline")).isZero();
        happens(Persons.contact(file, person, clock.today()));
        eventually(
                "nothing is due",
                () -> preview(List.of(person), "deadline")
                        .textAt("/preview/held/0/cause")
                        .equals("not-due"));
        release(hold(Map.of("personId", other)));
        eventually("the deadline does not wait", () -> !waitsFor("deadline"));
        assertThat(waitsFor("right-exercised")).isTrue();
        var before = erasures();

        release(hold);

        eventually("prepared", () -> preparedSince(before).size() == 1);
    }

    private boolean waitsFor(String reason) {
        return sql.sql("select exists (select from held_back where person_id = :person and reason = :reason)")
                .param("person", person)
                .param("reason", reason)
                .query(Boolean.class)
                .single();
    }

    @Test
    void what_makes_no_sense_is_refused() {
        assertThat(tryToHold(Map.of("personId", person), "P0D").textAt("/errors/0/code"))
                .isEqualTo("not-after-today");
        assertThat(tryToHold(Map.of("personId", person), "P-1D").status()).isEqualTo(400);
        assertThat(tryToHold(Map.of("unit", "cen\u200Btre"), "P1D").status())
                .as("what nobody sees")
                .isEqualTo(400);
        assertThat(tryToHold(Map.of("unit", "x".repeat(65)), "P1D").status()).isEqualTo(400);
        assertThat(post(
                                Someone.DPO,
                                HOLDS,
                                Map.of(
                                        "personId",
                                        person,
                                        "reason",
                                        "because",
                                        "reassessOn",
                                        clock.today().plusDays(1)))
                        .status())
                .isEqualTo(400);
        assertThat(post(Someone.DPO, HOLDS, Map.of("personId", person, "reason", "litigation", "reassessOn", "soon"))
                        .status())
                .isEqualTo(400);
        var nobodys = HOLDS + "/" + UUID.randomUUID();
        assertThat(post(Someone.DPO, nobodys + "/release", Map.of("reason", "matter-closed"))
                        .status())
                .isEqualTo(404);
        assertThat(post(
                                Someone.DPO,
                                nobodys + "/reassessment",
                                Map.of("reassessOn", clock.today().plusDays(1)))
                        .status())
                .isEqualTo(404);
        assertThat(held(false)).isEmpty();

        var hold = hold(Map.of("personId", person));
        assertThat(post(Someone.DPO, HOLDS + "/" + hold + "/release", Map.of("reason", "why-not"))
                        .status())
                .isEqualTo(400);
        release(hold);
        var again = release(hold);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.textAt("/type")).endsWith("hold-released");
    }

    @Test
    void what_nobody_knows_is_not_held() {
        assertThat(tryToHold(UUID.randomUUID()).textAt("/errors/0/code")).isEqualTo("unknown");
        assertThat(tryToHold(Map.of("unit", "atlantis"), "P1D").textAt("/errors/0/pointer"))
                .isEqualTo("/unit");
        assertThat(tryToHold(Map.of("rule", "access-journal"), "P1D").textAt("/errors/0/pointer"))
                .as("what goes by itself is under no key, and no hold keeps it")
                .isEqualTo("/rule");
        assertThat(tryToHold(Map.of(), "P1D").textAt("/errors/0/code")).isEqualTo("required");
        assertThat(tryToHold(Map.of("unit", "centre", "rule", "support-file"), "P1D")
                        .status())
                .isEqualTo(400);
        var nextYear = tryToHold(Map.of("personId", person), "P367D");
        assertThat(nextYear.textAt("/errors/0/code")).isEqualTo("over-a-year");
    }

    @Test
    void those_who_answer_for_retention_place_holds_and_the_auditor_reads_them() {
        var body = Map.of(
                "personId",
                person,
                "reason",
                "inspection",
                "reassessOn",
                clock.today().plusDays(1));

        assertThat(post(Someone.ADMIN, HOLDS, body).status()).isEqualTo(201);
        assertThat(post(Someone.DPO, HOLDS, body).status()).isEqualTo(201);
        assertThat(Stream.of(Someone.AUDITOR, Someone.LEAD, Someone.WORKER)
                        .map(someone -> post(someone, HOLDS, body).status()))
                .containsOnly(403);
        assertThat(get(Someone.AUDITOR, HOLDS).status()).isEqualTo(200);
        assertThat(Stream.of(Someone.LEAD, Someone.WORKER, Someone.STATISTICIAN, Someone.INTEGRATOR)
                        .map(someone -> get(someone, HOLDS).status()))
                .containsOnly(403);
        var one = held(false).findFirst().orElseThrow().at("/holdId").asString();
        assertThat(Stream.of(Someone.AUDITOR, Someone.LEAD, Someone.WORKER, Someone.INTEGRATOR)
                        .map(someone -> post(someone, HOLDS + "/" + one + "/release", Map.of("reason", "matter-closed"))
                                .status()))
                .containsOnly(403);
    }

    // --- words of these tests ---

    private UUID hold(Map<String, ?> scope) {
        return hold(scope, "P180D");
    }

    private UUID hold(Map<String, ?> scope, String until) {
        var answer = tryToHold(scope, until);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.idAt("/holdId");
    }

    private Answer tryToHold(UUID someone) {
        return tryToHold(Map.of("personId", someone), "P180D");
    }

    private Answer tryToHold(Map<String, ?> scope, String until) {
        Map<String, Object> body = new HashMap<>(scope);
        body.put("reason", "litigation");
        body.put("reassessOn", clock.today().plus(Period.parse(until)));
        return post(Someone.ADMIN, HOLDS, body);
    }

    private Answer release(UUID hold) {
        return post(Someone.ADMIN, HOLDS + "/" + hold + "/release", Map.of("reason", "matter-closed"));
    }

    private Stream<JsonNode> held(boolean released) {
        return get(Someone.DPO, HOLDS + "?released=" + released).each("/items");
    }

    private double gauge(String state) {
        return meters.get("lethe.retention.holds").tag("state", state).gauge().value();
    }

    private Answer preview(List<UUID> someone, String reason) {
        return post(Someone.ADMIN, ERASURES, Map.of("personIds", someone, "reason", reason));
    }

    private int erasable(UUID someone, String reason) {
        return preview(List.of(someone), reason).at("/preview/erasable").asInt();
    }

    private UUID approved(List<UUID> someone) {
        var preview = preview(someone, "right-exercised");
        begun.add(preview.idAt("/erasureId"));
        return requested(preview);
    }

    private UUID requested(Answer preview) {
        var erasure = preview.idAt("/erasureId");
        post(
                Someone.ADMIN,
                path(erasure) + "/request",
                Map.of("confirmedCount", preview.at("/share/toConfirm").asInt(0)));
        assertThat(post(Someone.APPROVER, path(erasure) + "/approval").textAt("/state"))
                .isEqualTo("suspended");
        return erasure;
    }

    private Set<UUID> erasures() {
        return get(Someone.ADMIN, ERASURES)
                .each("/items")
                .map(erasure -> UUID.fromString(erasure.at("/erasureId").asString()))
                .collect(toSet());
    }

    /** Of the person and those who hang together with them. */
    private List<Answer> preparedSince(Set<UUID> before) {
        return erasures().stream()
                .filter(erasure -> !before.contains(erasure))
                .map(erasure -> get(Someone.ADMIN, path(erasure)))
                .filter(erasure -> erasure.textAt("/state").equals("previewed")
                        && erasure.at("/preview/erasable").asInt() == 3)
                .toList();
    }

    private Stream<String> droppedOut(UUID erasure) {
        return get(Someone.DPO, path(erasure))
                .each("/progress/droppedOut")
                .map(left -> left.at("/cause").asString());
    }

    private void eventuallyIn(UUID erasure, String state) {
        eventually(state, () -> get(Someone.DPO, path(erasure)).textAt("/state").equals(state));
    }

    private void eventuallyDue(UUID subject, String rule) {
        eventually(
                "due by " + rule,
                () -> get(Someone.ADMIN, "/api/retention/deadlines?dueBefore=2300-01-01&rule=" + rule)
                        .text()
                        .contains(subject.toString()));
    }

    private int key(UUID subject) {
        return get(Someone.CASE_SERVICE, "/api/retention/keys/" + subject + ".identity.1")
                .status();
    }

    private int waitingFor(String number) {
        return sql.sql("""
                        select count(*) from pg_locks
                         where locktype = 'advisory' and not granted
                           and database = (select oid from pg_database where datname = current_database())
                           and ((cast(classid as bigint) << 32) | cast(objid as bigint)) = cast(%s as bigint)
                        """.formatted(number)).query(Integer.class).single();
    }

    private static void lock(Connection connection, String number) throws SQLException {
        ask(connection, "select pg_advisory_lock(" + number + ")");
    }

    private static void unlock(Connection connection, String number) throws SQLException {
        ask(connection, "select pg_advisory_unlock(" + number + ")");
    }

    private static void ask(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(question);
        }
    }

    private static String path(UUID erasure) {
        return ERASURES + "/" + erasure;
    }
}
