package eu.lethe.cases.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.lethe.cases.CaseService;
import eu.lethe.cases.erasure.SealedColumnsOfCases;
import eu.lethe.embedded.TestInfrastructure;
import eu.lethe.platform.erasure.SealedColumn;
import eu.lethe.testkit.Neighbours;
import eu.lethe.testkit.SealedPlaces;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Case-service on real PostgreSQL and Kafka, with a stub in place of retention-service; shared by the tests of one JVM. */
@SpringBootTest(classes = CaseService.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(AskedOfTheDatabase.class)
public class RunningCaseService {

    /** Longest wait for what happens by itself. */
    protected static final Duration SOON = Duration.ofSeconds(30);

    /** What stands in for retention-service and the identity provider. */
    protected static final Neighbours RETENTION = Neighbours.start();

    /** What stands in for consent-service. */
    protected static final StubConsents CONSENTS = new StubConsents();

    private static final Map<String, String> SERVERS = TestInfrastructure.propertiesFor("case");

    @LocalServerPort
    private int port;

    @Autowired
    private DataSource everything;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        settings().forEach((name, value) -> registry.add(name, () -> value));
    }

    /** What every instance of the service is started with. */
    protected static Map<String, String> settings() {
        var settings = new HashMap<>(SERVERS);
        settings.put("lethe.identity.url", RETENTION.url());
        settings.put("lethe.retention.url", RETENTION.url());
        settings.put("lethe.consents.url", CONSENTS.url());
        settings.put("lethe.service.secret", "test");
        settings.put("lethe.events.gap-timeout", "PT1S");
        settings.put("lethe.merges.settle-every", "PT1S");
        return settings;
    }

    @BeforeEach
    void ready() {
        await().atMost(SOON)
                .until(() -> worker().get("/actuator/health/readiness").status() == 200);
    }

    @AfterEach
    void whatever_is_sealed_is_in_the_list_of_what_is_forgotten() {
        SealedPlaces.requireForgotten(
                everything,
                SealedColumnsOfCases.ALL.stream().map(SealedColumn::name).toList());
    }

    @AfterEach
    void neighboursComeBack() {
        RETENTION.comeBack();
        CONSENTS.comeBack();
    }

    /** Claire Morel, of unit centre. */
    protected Api worker() {
        return as("worker", "centre");
    }

    /** A lead of unit centre. */
    protected Api lead() {
        return as("lead", "centre");
    }

    /** A worker of another unit. */
    protected Api north() {
        return as("worker", "north");
    }

    /** Somebody of a role and a unit. */
    protected Api as(String role, String unit) {
        return at("http://127.0.0.1:" + port, role, unit);
    }

    /** A certain worker. */
    protected Api colleague(UUID id, String name, String unit) {
        return new Api("http://127.0.0.1:" + port, RETENTION.tokenOf(id, name, "worker", unit));
    }

    /** Somebody of a role and a unit, calling an instance. */
    protected static Api at(String url, String role, String unit) {
        return new Api(url, RETENTION.tokenOf(UUID.fromString(id(role, unit)), "Claire Morel", role, unit));
    }

    /** The number of whom {@link #as} calls. */
    protected static String id(String role, String unit) {
        return UUID.nameUUIDFromBytes((role + unit).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }

    /** Registers somebody in unit centre. */
    protected UUID register(String familyName, String givenName) {
        return register(Map.of("familyName", familyName, "givenName", givenName));
    }

    /** Registers somebody in unit centre. */
    protected UUID register(Map<String, ?> identity) {
        var answer = worker().post("/api/cases/persons", identity);
        assertThat(answer.status()).isEqualTo(201);
        return answer.id("personId");
    }

    /** Writes somebody anew, on top of what is there now. */
    protected Api.Answer amend(Api by, UUID personId, String familyName, Map<String, ?> others) {
        var path = "/api/cases/persons/" + personId;
        var body = new HashMap<String, Object>(others);
        body.put("familyName", familyName);
        body.put("revisionId", worker().get(path).text("revisionId"));
        return by.put(path, body);
    }

    /** Opens a file in unit centre. */
    protected UUID openFile(UUID personId) {
        var answer = worker().post("/api/cases/files", Map.of("personId", personId, "unit", "centre"));
        assertThat(answer.status()).isEqualTo(201);
        return answer.id("fileId");
    }

    /** Records a contact of today. */
    protected UUID record(UUID fileId, String text, String... codes) {
        var answer = recordOn(fileId, text, codes);
        assertThat(answer.status()).isEqualTo(201);
        return answer.id("contactId");
    }

    /** Tries to record a contact of today. */
    protected Api.Answer recordOn(UUID fileId, String text, String... codes) {
        var contact = new HashMap<String, Object>();
        contact.put(
                "date",
                java.time.LocalDate.now(java.time.ZoneId.of("Europe/Paris")).toString());
        contact.put("text", text);
        contact.put("codes", List.of(codes));
        return worker().post("/api/cases/files/" + fileId + "/contacts", contact);
    }

    /** Rereads a person's copy, in which nothing is left to decide, and confirms it. */
    protected void reread(UUID personId) {
        var copy = "/api/cases/persons/" + personId + "/copy";
        var read = worker().get(copy + "/rereading");
        assertThat(read.status()).as(read.response().body()).isEqualTo(200);
        var confirmed = worker().post(
                        copy + "/confirmation",
                        Map.of(
                                "fingerprint",
                                read.text("fingerprint"),
                                "decisions",
                                read.body()
                                        .get("decisions")
                                        .valueStream()
                                        .map(id -> id.asString())
                                        .toList()));
        assertThat(confirmed.status()).as(confirmed.response().body()).isEqualTo(200);
    }

    /** Reads a file. */
    protected Api.Answer file(UUID fileId) {
        return worker().get("/api/cases/files/" + fileId);
    }

    /** The family names found, best first. */
    protected List<String> search(String text) {
        var answer = worker().post("/api/cases/search", Map.of("text", text));
        assertThat(answer.status()).isEqualTo(200);
        return answer.body()
                .get("items")
                .valueStream()
                .map(item -> item.get("familyName").asString())
                .toList();
    }
}
