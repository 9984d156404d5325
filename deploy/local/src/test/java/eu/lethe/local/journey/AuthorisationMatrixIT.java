package eu.lethe.local.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Who may do what is one table, and this is its shadow on the running stack: each operation × every role and nobody × own and
 * other unit × live, suspended and erased (assurance test 22). What is expected follows from the table alone.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorisationMatrixIT {

    private static final Duration IN_A_WHILE = Duration.ofMinutes(3);
    private static final List<Integer> SHUT = List.of(401, 403, 410, 423);

    /** An account of unit centre for each role, where the role has a unit. */
    private static final Map<String, String> ACCOUNTS = Map.of(
            "worker", "worker",
            "lead", "lead",
            "dpo", "dpo",
            "retention-admin", "retention-admin",
            "statistician", "statistician",
            "auditor", "auditor",
            "integrator", "integrator",
            "service", "reporting-service");

    private static final Map<String, String> APIS = Map.of(
            "case-service", "/api/cases",
            "consent-service", "/api/consents",
            "retention-service", "/api/retention",
            "reporting-service", "/api/reports");

    private final RunningStack stack = RunningStack.get();
    private final List<Operation> table = Operation.all(stack.repository());
    private final Map<String, Caller> callers = new ConcurrentHashMap<>();

    private Map<String, String> live = Map.of();
    private Map<String, String> elsewhere = Map.of();
    private Map<String, String> suspended = Map.of();
    private Map<String, String> erased = Map.of();

    @BeforeAll
    void records_in_every_state() {
        live = file("worker", "centre");
        elsewhere = file("worker-north", "north");
        erased = file("worker", "centre");
        var erasure = suspend(erased);
        stack.lethe("clock", "+P7D");
        as("retention-admin").post(erasure + "/execution");
        await().atMost(IN_A_WHILE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> file(erased).status() == 410);
        suspended = file("worker", "centre");
        suspend(suspended);
    }

    @TestFactory
    Stream<DynamicTest> every_operation_has_a_row_and_every_row_an_operation() {
        return APIS.entrySet().stream()
                .map(api -> DynamicTest.dynamicTest(
                        api.getKey(),
                        () -> assertThat(operationsOf(api.getValue()))
                                .containsExactlyInAnyOrderElementsOf(table.stream()
                                        .filter(row -> row.service().equals(api.getKey()))
                                        .filter(row -> !row.path().endsWith("/openapi.json"))
                                        .map(Operation::name)
                                        .toList())));
    }

    @TestFactory
    Stream<DynamicTest> nobody_gets_in_without_a_token() {
        return table.stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.name(),
                        () -> assertThat(ExampleRequests.sendEmpty(stack.asNobody(), row, live)
                                        .status())
                                .isEqualTo(401)));
    }

    @TestFactory
    Stream<DynamicTest> a_role_that_the_row_does_not_name_is_refused() {
        return each((row, role) -> !row.permits(role))
                .map(one -> one.test(answer ->
                        assertThat(answer.status()).as(answer.toString()).isEqualTo(403)));
    }

    @TestFactory
    Stream<DynamicTest> a_role_that_the_row_names_is_let_in_to_its_own_unit() {
        return each((row, role) -> row.permits(role) && !row.reach().equals("other-file"))
                .map(one -> one.test(answer -> assertThat(answer.status())
                        .as(answer.toString())
                        .isNotIn(SHUT)
                        .isLessThan(500)));
    }

    @TestFactory
    Stream<DynamicTest> another_units_record_is_refused() {
        return ofUnits(Operation::reachesARecord)
                .map(one -> one.example(elsewhere, (row, answer) -> {
                    if (isKnown(row, elsewhere)) {
                        assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
                    } else {
                        assertThat(answer.status()).as(answer.toString()).isIn(403, 404);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_suspended_record_answers_423() {
        return ofUnits(row -> row.needsALiveRecord() && isKnown(row, suspended))
                .map(one -> one.example(
                        suspended,
                        (_, answer) -> assertThat(answer.status())
                                .as(answer.toString())
                                .isEqualTo(423)));
    }

    @TestFactory
    Stream<DynamicTest> an_erased_record_answers_410() {
        return ofUnits(row -> row.needsALiveRecord() && isKnown(row, erased))
                .map(one -> one.example(
                        erased,
                        (_, answer) -> assertThat(answer.status())
                                .as(answer.toString())
                                .isEqualTo(410)));
    }

    /** Whether the record that the row reaches for is one that was made here. */
    private static boolean isKnown(Operation row, Map<String, String> ids) {
        return ids.keySet().stream().anyMatch(id -> row.path().contains("/{" + id + "}"))
                || row.path().equals("/api/consents");
    }

    private interface Choice {
        boolean takes(Operation row, String role);
    }

    private interface Expectation {
        void of(Operation row, Caller.Answer answer);
    }

    private interface Look {
        void at(Caller.Answer answer);
    }

    /** A row and somebody of a role. */
    private final class Cell {

        private final Operation row;
        private final String role;

        private Cell(Operation row, String role) {
            this.row = row;
            this.role = role;
        }

        private DynamicTest test(Look look) {
            return DynamicTest.dynamicTest(
                    role + ": " + row.name(), () -> look.at(ExampleRequests.sendEmpty(as(role), row, live)));
        }

        private DynamicTest example(Map<String, String> ids, Expectation expected) {
            return DynamicTest.dynamicTest(
                    role + ": " + row.name(), () -> expected.of(row, ExampleRequests.send(as(role), row, ids)));
        }
    }

    private Stream<Cell> each(Choice choice) {
        return table.stream()
                .flatMap(row -> ACCOUNTS.keySet().stream()
                        .sorted()
                        .filter(role -> choice.takes(row, role))
                        .map(role -> new Cell(row, role)));
    }

    /** Cells of roles that have a unit. */
    private Stream<Cell> ofUnits(java.util.function.Predicate<Operation> rows) {
        return each((row, role) -> List.of("worker", "lead").contains(role) && row.permits(role) && rows.test(row));
    }

    private List<String> operationsOf(String prefix) {
        return as("worker")
                .get(prefix + "/openapi.json")
                .json()
                .path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(operation -> operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .toList();
    }

    private Map<String, String> file(String account, String unit) {
        var ids = new HashMap<String, String>();
        var somebody = as(account);
        ids.put("personId", created(somebody.post("/api/cases/persons", Map.of("familyName", "Matrice")), "personId"));
        ids.put(
                "fileId",
                created(
                        somebody.post(
                                "/api/cases/files", Map.of("personId", ids.getOrDefault("personId", ""), "unit", unit)),
                        "fileId"));
        ids.put("kind", "contact");
        ids.put("index", "0");
        return Map.copyOf(ids);
    }

    private Caller.Answer file(Map<String, String> ids) {
        return as("worker").get("/api/cases/files/" + ids.get("fileId"));
    }

    /** Erases at the person's wish; returns the path of the run, which is in its grace period. */
    private String suspend(Map<String, String> ids) {
        var asked = as("retention-admin")
                .post(
                        "/api/retention/erasures",
                        Map.of("personIds", List.of(ids.getOrDefault("personId", "")), "reason", "right-exercised"));
        var erasure = "/api/retention/erasures/" + created(asked, "erasureId");
        done(as("retention-admin").post(erasure + "/request"));
        done(as("retention-approver").post(erasure + "/approval"));
        await().atMost(IN_A_WHILE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> file(ids).status() == 423);
        return erasure;
    }

    private static void done(Caller.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isLessThan(300);
    }

    private static String created(Caller.Answer answer, String id) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.text(id);
    }

    private Caller as(String roleOrAccount) {
        var account = ACCOUNTS.getOrDefault(roleOrAccount, roleOrAccount);
        return callers.computeIfAbsent(account, stack::as);
    }
}
