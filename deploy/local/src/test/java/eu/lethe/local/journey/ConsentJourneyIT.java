package eu.lethe.local.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a person allowed and took back, across the services. */
class ConsentJourneyIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final RunningStack stack = RunningStack.get();
    private final Caller worker = stack.as("worker");

    @Test
    void a_withdrawn_consent_makes_due_what_no_other_purpose_covers() {
        var personId = register();
        var consentId = grant(personId);

        assertThat(worker.post("/api/consents/" + consentId + "/withdrawal").status())
                .isEqualTo(200);

        await().atMost(SOON).until(() -> isDue(personId));
    }

    @Test
    void a_withdrawn_consent_makes_nothing_due_where_a_file_still_needs_it() {
        var personId = register();
        worker.post("/api/cases/files", Map.of("personId", personId, "unit", "centre"));
        var consentId = grant(personId);
        await().atMost(SOON)
                .until(() -> PublishedEvents.of(personId, "lethe.consents.v1", stack.port("KAFKA")).stream()
                        .anyMatch(event -> event.type().equals("lethe.consents.ConsentGranted.v1")));

        worker.post("/api/consents/" + consentId + "/withdrawal");

        var laterPerson = register();
        worker.post("/api/consents/" + grant(laterPerson) + "/withdrawal");
        await().atMost(SOON).until(() -> isDue(laterPerson));
        assertThat(isDue(personId)).isFalse();
    }

    @Test
    void a_consent_is_not_asked_for_where_the_law_is_the_basis() {
        var refused = worker.post("/api/consents", Map.of("personId", register(), "purpose", "social-support"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("type")).isEqualTo("urn:lethe:problem:sham-consent");
    }

    @Test
    void an_integrator_opens_an_identity_from_the_consent_to_its_withdrawal_and_not_a_second_longer() {
        var integrator = stack.as("integrator");
        var personId = register();
        var key = "/api/retention/keys/" + personId + ".identity.1";
        grant(personId);
        assertThat(integrator.get(key).status())
                .as("a consent to something else")
                .isEqualTo(404);

        var consentId = worker.post(
                        "/api/consents",
                        Map.of("personId", personId, "purpose", "partner-referral", "recipient", "partners"))
                .text("consentId");
        assertThat(integrator.get(key).status()).isEqualTo(200);
        assertThat(worker.post("/api/consents/" + consentId + "/withdrawal").status())
                .isEqualTo(200);
        var since = System.nanoTime();
        var refused = integrator.get(key);

        assertThat(refused.status()).isEqualTo(404);
        assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(Duration.ofSeconds(1));
    }

    private String register() {
        return worker.post("/api/cases/persons", Map.of("familyName", "Consentante"))
                .text("personId");
    }

    private String grant(String personId) {
        var granted = worker.post("/api/consents", Map.of("personId", personId, "purpose", "contact-reminders"));
        assertThat(granted.status()).as(granted.toString()).isEqualTo(201);
        return granted.text("consentId");
    }

    private boolean isDue(String personId) {
        var tomorrow = java.time.LocalDate.parse(worker.get("/api/cases/me").text("today"))
                .plusDays(1);
        return stack.as("retention-admin")
                .get("/api/retention/deadlines?dueBefore=" + tomorrow + "&rule=consent-withdrawn")
                .json()
                .path("items")
                .valueStream()
                .anyMatch(item -> item.path("personId").asString().equals(personId));
    }
}
