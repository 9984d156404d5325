package eu.lethe.local.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.lethe.local.journey.Caller.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an acknowledged contact survives: any process killed at any time. */
class FaultsIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String TEXT = "Appel bref, rappeler la semaine prochaine.";

    private final RunningStack stack = RunningStack.get();

    @AfterEach
    void up_resumes_whatever_was_killed() {
        assertThat(stack.lethe("up", "--detach").exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"case-service", "postgresql", "gateway", "consent-service", "reporting-service"})
    void an_acknowledged_contact_survives_the_death_of(String component) {
        var worker = stack.as("worker");
        var fileId = openFile(worker);
        var contactId = recorded(record(worker, fileId));

        stack.kill(component);
        assertThat(stack.lethe("status").exitCode()).as("status tells").isNotZero();
        assertThat(stack.lethe("up", "--detach").exitCode()).isZero();

        assertThat(contactsOf(fileId)).containsExactly(contactId);
        assertThat(stack.lethe("status").exitCode()).isZero();
    }

    @Test
    void without_kafka_writing_goes_on_and_publishing_catches_up() {
        var worker = stack.as("worker");
        var fileId = openFile(worker);

        stack.kill("kafka");
        var contactId = recorded(record(worker, fileId));
        assertThat(stack.lethe("up", "--detach").exitCode()).isZero();

        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> PublishedEvents.of(fileId, "lethe.cases.v1", stack.port("KAFKA")).stream()
                        .anyMatch(event ->
                                event.data().path("contactId").asString("").equals(contactId)));
    }

    @Test
    void without_the_key_service_contacts_on_leased_files_still_save_and_others_are_asked_to_wait() {
        var notLeased = notLeasedFile();
        var worker = stack.as("worker");
        var leased = openFile(worker);
        recorded(record(worker, leased));

        stack.kill("retention-service");

        recorded(record(worker, leased));
        var refused = record(worker, notLeased);
        assertThat(refused.status()).as(refused.toString()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.text("type")).isEqualTo("urn:lethe:problem:keys-unavailable");
        assertThat(refused.text()).doesNotContain(TEXT);
    }

    /** A file that case-service holds no keys of: its leases are gone with its process, and nobody opened the file since. */
    private String notLeasedFile() {
        var fileId = openFile(stack.as("worker"));
        stack.kill("case-service");
        assertThat(stack.lethe("up", "--detach").exitCode()).isZero();
        return fileId;
    }

    private List<String> contactsOf(String fileId) {
        return await().atMost(SOON)
                .until(() -> stack.as("worker").get("/api/cases/files/" + fileId), answer -> answer.status() == 200)
                .json()
                .path("contacts")
                .valueStream()
                .map(contact -> contact.path("contactId").asString())
                .toList();
    }

    private static String openFile(Caller worker) {
        var person = worker.post("/api/cases/persons", Map.of("familyName", "Passager"));
        assertThat(person.status()).as(person.toString()).isEqualTo(201);
        // a service that was killed reads on where it stopped only when its claim has ended: until then nobody new is
        // shown
        await().atMost(SOON)
                .until(
                        () -> worker.get("/api/cases/persons/" + person.text("personId"))
                                .status(),
                        status -> status == 200);
        var file = worker.post("/api/cases/files", Map.of("personId", person.text("personId"), "unit", "centre"));
        assertThat(file.status()).as(file.toString()).isEqualTo(201);
        return file.text("fileId");
    }

    private static Answer record(Caller worker, String fileId) {
        var today = worker.get("/api/cases/me").text("today");
        return worker.post("/api/cases/files/" + fileId + "/contacts", Map.of("date", today, "text", TEXT));
    }

    private static String recorded(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.text("contactId");
    }
}
