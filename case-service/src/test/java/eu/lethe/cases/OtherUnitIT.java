package eu.lethe.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import eu.lethe.cases.running.Api;
import eu.lethe.cases.running.RunningCaseService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** One test for each line of the authorisation table that reaches a person or a file: another unit's staff get 403. */
class OtherUnitIT extends RunningCaseService {

    /** A line of the table. */
    private record Operation(String method, String path, String role) {}

    /** How far a line reaches, when it reaches somebody in particular. */
    private static final Set<String> NEAR = Set.of("person", "file", "file-or-exceptional");

    /** What somebody may do who reads by an exceptional access alone. */
    private static final Set<String> ADDING = Set.of("/contacts", "/prints", "/drafts/{kind}");

    /** What each operation is sent: as it should be, so that it is refused for who asks and not for what is asked. */
    private static final Map<String, Map<String, ?>> BODIES = Map.ofEntries(
            Map.entry("PUT /persons/{personId}", Map.of("familyName", "Autre", "revisionId", UUID.randomUUID())),
            Map.entry("POST /persons/{personId}/household/members", Map.of("personId", UUID.randomUUID())),
            Map.entry(
                    "PUT /persons/{personId}/copy/decisions/{decisionId}",
                    Map.of("place", "contact.x.text", "digest", "0".repeat(64), "start", 0, "end", 1)),
            Map.entry(
                    "POST /persons/{personId}/copy/confirmation",
                    Map.of("fingerprint", "0".repeat(64), "decisions", List.of())),
            Map.entry("POST /persons/{personId}/duplicates", Map.of("duplicateId", UUID.randomUUID())),
            Map.entry(
                    "POST /persons/{personId}/exclusions",
                    Map.of("workerId", UUID.randomUUID(), "ask", UUID.randomUUID(), "reason", "relative")),
            Map.entry(
                    "PUT /persons/{personId}/restriction",
                    Map.of(
                            "workerIds",
                            List.of(UUID.randomUUID()),
                            "ask",
                            UUID.randomUUID(),
                            "exceptionalAccess",
                            true,
                            "reason",
                            "protection")),
            Map.entry("POST /files/{fileId}/referent", Map.of("workerId", UUID.randomUUID())),
            Map.entry("POST /files/{fileId}/transfer", Map.of("unit", "north")),
            Map.entry("POST /files/{fileId}/closing", Map.of("reason", "other")),
            Map.entry("POST /files/{fileId}/contacts", Map.of("date", "2026-01-05", "text", "…")),
            Map.entry(
                    "PUT /files/{fileId}/contacts/{contactId}",
                    Map.of(
                            "revisionId", UUID.randomUUID(),
                            "date", "2026-01-05",
                            "text", "…",
                            "reason", "typing-error")),
            Map.entry(
                    "PUT /files/{fileId}/contacts/{contactId}/codes",
                    Map.of("codingId", UUID.randomUUID(), "codes", List.of())),
            Map.entry("POST /files/{fileId}/contacts/{contactId}/withdrawal", Map.of("reason", "recorded-in-error")),
            Map.entry("PUT /files/{fileId}/drafts/{kind}", Map.of("draft", Map.of())),
            Map.entry(
                    "POST /files/{fileId}/assessments",
                    Map.of("date", "2026-01-05", "sections", List.of(Map.of("text", "…")), "goals", List.of())),
            Map.entry(
                    "PUT /files/{fileId}/assessments/{assessmentId}",
                    Map.of(
                            "revisionId",
                            UUID.randomUUID(),
                            "date",
                            "2026-01-05",
                            "sections",
                            List.of(Map.of("text", "…")),
                            "goals",
                            List.of())),
            Map.entry(
                    "POST /files/{fileId}/referrals",
                    Map.of(
                            "recipient",
                            "ccas",
                            "compartments",
                            List.of("identity"),
                            "text",
                            "…",
                            "date",
                            "2026-01-05",
                            "followUpOn",
                            "2026-02-05")),
            Map.entry(
                    "POST /files/{fileId}/referrals/check",
                    Map.of("recipient", "ccas", "compartments", List.of("identity"))),
            Map.entry(
                    "POST /files/{fileId}/referrals/{referralId}/answers",
                    Map.of("outcome", "accepted", "answeredOn", "2026-01-05")),
            Map.entry(
                    "POST /files/{fileId}/third-party",
                    Map.of(
                            "receivedOn",
                            "2026-01-05",
                            "text",
                            "…",
                            "reliability",
                            "hearsay",
                            "source",
                            Map.of("kind", "anonymous"))),
            Map.entry("POST /files/{fileId}/third-party/{informationId}/notice", Map.of("on", "2026-01-05")),
            Map.entry(
                    "POST /files/{fileId}/third-party/{informationId}/notice-exception",
                    Map.of("reason", "child-in-danger", "reasonText", "…")),
            Map.entry("POST /files/{fileId}/third-party/{informationId}/review", Map.of("outcome", "kept")));

    @TestFactory
    Stream<DynamicTest> another_units_staff_are_refused() throws IOException {
        var person = register("Ailleurs", "Abel");
        var file = openFile(person);
        var contact = record(file, "Dit.");
        var built = operations();
        return rows().filter(operation -> built.contains(operation.method() + " " + operation.path()))
                .map(operation ->
                        dynamicTest(operation.role() + " " + operation.method() + " " + operation.path(), () -> {
                            var path = operation
                                    .path()
                                    .replace("{personId}", person.toString())
                                    .replace("{fileId}", file.toString())
                                    .replace("{contactId}", contact.toString())
                                    .replace("{kind}", "contact")
                                    .replaceAll("\\{\\w+}", UUID.randomUUID().toString());

                            var answer = send(as(operation.role(), "north"), operation, path);

                            assertThat(answer.status()).isEqualTo(403);
                            assertThat(answer.response().body())
                                    .doesNotContain("Ailleurs")
                                    .doesNotContain("Dit.");
                        }));
    }

    @TestFactory
    Stream<DynamicTest> an_exceptional_access_rewrites_nothing() throws IOException {
        var person = register("Lecture", "Lise");
        var file = openFile(person);
        var contact = record(file, "Dit.");
        var attachment = worker().attach(
                        "/api/cases/files/" + file + "/contacts/" + contact + "/attachments",
                        "x.pdf",
                        Documents.pdf(1_000))
                .text("attachmentId");
        var assessment = made(file, "assessments", "assessmentId");
        var information = made(file, "third-party", "informationId");
        enter(file);
        var built = operations();
        return rows().filter(operation -> built.contains(operation.method() + " " + operation.path()))
                .filter(operation -> operation.role().equals("worker")
                        && !operation.method().equals("GET")
                        && ADDING.stream().noneMatch(operation.path()::endsWith))
                .map(operation -> dynamicTest(operation.method() + " " + operation.path(), () -> {
                    var path = operation
                            .path()
                            .replace("{personId}", person.toString())
                            .replace("{fileId}", file.toString())
                            .replace("{contactId}", contact.toString())
                            .replace("{attachmentId}", attachment)
                            .replace("{assessmentId}", assessment)
                            .replace("{informationId}", information)
                            .replaceAll("\\{\\w+}", UUID.randomUUID().toString());

                    var answer = send(as("worker", "north"), operation, path);

                    assertThat(answer.status()).isEqualTo(403);
                    assertThat(answer.text("type")).isEqualTo("urn:lethe:problem:exceptional-access-reads");
                    assertThat(answer.body().has("exceptionalAccess")).isFalse();
                }));
    }

    @Test
    void an_exceptional_access_reads_and_adds_a_contact() {
        var file = openFile(register("Lecture", "Lou"));
        enter(file);
        var north = as("worker", "north");
        var path = "/api/cases/files/" + file;

        assertThat(north.get(path).status()).isEqualTo(200);
        assertThat(north.put(path + "/drafts/contact", Map.of("draft", Map.of("text", "Vue.")))
                        .status())
                .isEqualTo(200);
        assertThat(north.post(path + "/contacts", Map.of("date", "2026-01-05", "text", "Vue."))
                        .status())
                .isEqualTo(201);
        assertThat(north.post(path + "/prints", Map.of()).status()).isBetween(200, 299);
    }

    /** Somebody of another unit opens the file, for a reason. */
    private void enter(UUID file) {
        as("worker", "north").get("/api/cases/me");
        assertThat(as("worker", "north")
                        .post(
                                "/api/cases/files/" + file + "/exceptional-access",
                                Map.of("reason", "emergency", "reasonText", "À la porte."))
                        .status())
                .isEqualTo(201);
    }

    private String made(UUID file, String what, String id) {
        var answer = worker().post(
                        "/api/cases/files/" + file + "/" + what,
                        BODIES.getOrDefault("POST /files/{fileId}/" + what, Map.of()));
        assertThat(answer.status()).isEqualTo(201);
        return answer.text(id);
    }

    private static Api.Answer send(Api api, Operation operation, String path) {
        var body =
                BODIES.getOrDefault(operation.method() + " " + operation.path().replace("/api/cases", ""), Map.of());
        return switch (operation.method()) {
            case "GET" -> api.get(path);
            case "DELETE" -> api.delete(path + "?revisionId=" + UUID.randomUUID());
            case "PUT" -> api.put(path, body);
            default ->
                path.endsWith("/attachments") ? api.attach(path, "x.pdf", Documents.pdf(1_000)) : api.post(path, body);
        };
    }

    /** What the service offers, as its own document says. */
    private Set<String> operations() {
        return worker().get("/api/cases/openapi.json")
                .body()
                .get("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(method -> method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .collect(Collectors.toSet());
    }

    private static Stream<Operation> rows() throws IOException {
        try (var table = OtherUnitIT.class.getResourceAsStream("/authorisation.csv")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(",", -1))
                    .filter(cells -> cells[0].equals("case-service") && NEAR.contains(cells[4]))
                    .flatMap(cells ->
                            Stream.of(cells[3].split(" ", -1)).map(role -> new Operation(cells[1], cells[2], role)));
        }
    }
}
