package eu.lethe.retention.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.contracts.certificate.CertificateVerifier;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.retention.keys.KeyRemover;
import eu.lethe.retention.keys.KeyRemover.Doomed;
import eu.lethe.retention.running.Answer;
import eu.lethe.retention.running.Persons;
import eu.lethe.retention.running.RunningRetention;
import eu.lethe.retention.running.Someone;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.common.caching.Cache;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The business clock moves on through these tests: each starts from the day it finds. */
class ErasureIT extends RunningRetention {

    private static final List<Someone> SERVICES =
            List.of(Someone.CASE_SERVICE, Someone.CONSENT_SERVICE, Someone.REPORTING_SERVICE);

    @Autowired
    private KeyRemover remover;

    @Autowired
    private Cache aggregates;

    @Test
    void from_the_deadline_to_the_certificate() {
        var person = personWithAFile();
        var identity = person + ".identity.1";
        CONSENTS.grant(person);
        assertThat(key(Someone.CASE_SERVICE, identity)).isEqualTo(200);
        assertThat(key(Someone.INTEGRATOR, identity)).isEqualTo(200);
        passes("P2Y1D");

        var erasure = approved(preview(List.of(person), "deadline"));

        assertThat(key(Someone.CASE_SERVICE, identity)).isEqualTo(423);
        assertThat(key(Someone.INTEGRATOR, identity)).isEqualTo(423);
        CONSENTS.withdraw(person);
        assertThat(key(Someone.INTEGRATOR, identity)).as("no ground any more").isEqualTo(404);
        assertThat(post(Someone.ADMIN, path(erasure) + "/execution").textAt("/type"))
                .endsWith("grace-running");

        passes("P7D");
        eventuallyIn(erasure, "removed");
        assertThat(key(Someone.CASE_SERVICE, identity)).isEqualTo(410);
        assertThat(key(Someone.INTEGRATOR, identity)).isEqualTo(410);
        assertThat(key(Someone.CASE_SERVICE, person + ".narrative.1")).isEqualTo(404);
        assertThat(key(Someone.CONSENT_SERVICE, person + ".consent.1")).isEqualTo(200);

        confirm(erasure, "purged");
        eventuallyIn(erasure, "confirmed");
        confirm(erasure, "pruned");
        eventuallyIn(erasure, "certified");

        var certificate = get(
                Someone.WORKER, "/api/retention/certificates/" + show(erasure).textAt("/certificateId"));
        var anchor = get(Someone.WORKER, "/api/retention/anchor").text();
        var verdict = CertificateVerifier.verify(certificate.bytes(), anchor);
        assertThat(verdict.findings()).anyMatch(finding -> finding.contains("not confirmed by: integrator"));
        assertThat(verdict.valid()).isTrue();
        assertThat(certificate.text()).doesNotContain(person.toString());
        var altered = certificate.text().replaceFirst("eyJhbGci", "eyJhbGcj").getBytes(StandardCharsets.UTF_8);
        assertThat(CertificateVerifier.verify(altered, anchor).valid()).isFalse();
        eventually(
                "no deadline is left",
                () -> get(Someone.ADMIN, "/api/retention/deadlines?dueBefore=2200-01-01")
                        .each("/items")
                        .noneMatch(item -> item.at("/personId").asString().equals(person.toString())));
    }

    @Test
    void before_the_epoch_is_destroyed_there_is_no_certificate() throws SQLException {
        var erasure = executed(List.of(personWithAFile()));
        confirm(erasure, "purged");
        eventuallyIn(erasure, "confirmed");

        assertThat(show(erasure).at("/certificateId").isMissingNode()).isTrue();
        assertThat(show(erasure).at("/inBackups/recoverable").asBoolean()).isTrue();
        assertThat(show(erasure).textAt("/inBackups/waitsFor")).isEqualTo("rotation");
        assertThat(Instant.parse(show(erasure).textAt("/inBackups/until"))).isAfter(Instant.now());
        try (var connection = database().connect();
                var question = connection.createStatement();
                var answer =
                        question.executeQuery("select count(*) from key_ledger where erasure_id = '" + erasure + "'")) {
            answer.next();
            assertThat(answer.getInt(1)).isEqualTo(5);
        }
        confirm(erasure, "pruned");
        eventuallyIn(erasure, "certified");
        assertThat(show(erasure).at("/inBackups/recoverable").asBoolean()).isFalse();
        assertThat(Instant.parse(show(erasure).textAt("/inBackups/since"))).isBefore(Instant.now());
    }

    @Test
    void who_asked_does_not_approve() {
        var erasure = preview(List.of(personWithAFile()), "right-exercised");
        request(erasure);

        var refused = post(Someone.ADMIN, path(erasure) + "/approval");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.textAt("/type")).isEqualTo("urn:lethe:problem:four-eyes");
        assertThat(refused.textAt("/detail")).isEqualTo("Qui demande un effacement ne peut pas l’approuver.");
        assertThat(post(Someone.APPROVER, path(erasure) + "/approval").textAt("/state"))
                .isEqualTo("suspended");
        post(Someone.ADMIN, path(erasure) + "/cancellation");
    }

    @Test
    void a_cancelled_erasure_gives_the_keys_back() {
        var person = personWithAFile();
        var erasure = approved(preview(List.of(person), "right-exercised"));
        assertThat(key(Someone.CASE_SERVICE, person + ".identity.1")).isEqualTo(423);
        assertThat(show(erasure).at("/inBackups").isMissingNode())
                .as("nothing was removed")
                .isTrue();

        var cancelled = post(Someone.ADMIN, path(erasure) + "/cancellation");

        assertThat(cancelled.textAt("/state")).isEqualTo("cancelled");
        assertThat(key(Someone.CASE_SERVICE, person + ".identity.1")).isEqualTo(200);
    }

    @Test
    void only_what_is_due_is_erased_for_a_deadline_and_the_rest_is_named() {
        var known = personWithAFile();
        var unknown = UUID.randomUUID();

        var preview = post(
                Someone.ADMIN,
                "/api/retention/erasures",
                Map.of("personIds", List.of(known, unknown), "reason", "deadline"));

        assertThat(preview.status()).isEqualTo(201);
        assertThat(preview.at("/preview/erasable").asInt()).isZero();
        assertThat(preview.each("/preview/held").map(held -> held.at("/cause").asString()))
                .containsExactlyInAnyOrder("not-due", "unknown");
        assertThat(post(Someone.ADMIN, path(preview.idAt("/erasureId")) + "/request")
                        .textAt("/type"))
                .endsWith("nothing-to-erase");
    }

    @Test
    void a_rule_and_a_day_select_those_who_are_due() {
        var person = personWithAFile();
        passes("P2Y1D");

        var preview = post(
                Someone.ADMIN,
                "/api/retention/erasures",
                Map.of("rule", "support-file", "dueBefore", clock.today(), "reason", "deadline"));

        assertThat(preview.at("/preview/erasable").asInt()).isPositive();
        assertThat(preview.textAt("/preview/byRule/0/label")).startsWith("Dossier d’accompagnement");
        assertThat(preview.textAt("/preview/byUnit/0/label")).isEqualTo("Circonscription Centre");
        assertThat(key(Someone.CASE_SERVICE, person + ".identity.1")).isEqualTo(200);
    }

    @Test
    void a_new_contact_after_the_preview_lets_the_person_drop_out() {
        var person = personWithAFile();
        var other = personWithAFile();
        passes("P2Y1D");
        var erasure = preview(List.of(person, other), "deadline");
        happens(Persons.contact(UUID.randomUUID(), person, clock.today(), clock.now()));
        eventuallyDue(person, "single-visit");
        request(erasure);
        post(Someone.APPROVER, path(erasure) + "/approval");
        passes("P7D");

        eventuallyIn(erasure, "removed");

        assertThat(show(erasure).textAt("/progress/droppedOut/0/personId")).isEqualTo(person.toString());
        assertThat(show(erasure).textAt("/progress/droppedOut/0/cause")).isEqualTo("new-activity");
        assertThat(show(erasure).at("/progress/removed").asInt()).isEqualTo(1);
        assertThat(key(Someone.CASE_SERVICE, person + ".identity.1")).isEqualTo(200);
        certify(erasure);
    }

    @Test
    void a_withdrawn_consent_destroys_its_compartment_alone_and_a_new_generation_may_follow() {
        var person = reserve(1).getFirst();
        var consent = UUID.randomUUID();
        happens(
                Persons.registered(person),
                Persons.granted(consent, person, clock.today(), Compartment.IDENTITY),
                Persons.withdrawn(consent, person, clock.today(), Compartment.IDENTITY));
        eventuallyDue(person, "consent-withdrawn");
        key(Someone.CASE_SERVICE, person + ".identity.1");

        var erasure = preview(List.of(person), "consent-withdrawn");
        request(erasure);
        post(Someone.APPROVER, path(erasure) + "/approval");
        passes("P7D");
        eventuallyIn(erasure, "removed");

        assertThat(key(Someone.CASE_SERVICE, person + ".identity.1")).isEqualTo(410);
        assertThat(key(Someone.CASE_SERVICE, person + ".narrative.1")).isEqualTo(200);
        var current = post(
                Someone.CASE_SERVICE,
                "/api/retention/leases",
                Map.of("current", List.of(Map.of("personId", person, "compartment", "identity"))));
        assertThat(current.textAt("/keys/0/kid")).isEqualTo(person + ".identity.2");
        certify(erasure);
    }

    @Test
    void an_erased_person_does_not_come_back_under_the_same_id() {
        var person = personWithAFile();
        key(Someone.CASE_SERVICE, person + ".identity.1");
        var erasure = executed(List.of(person));

        var current = post(
                Someone.CASE_SERVICE,
                "/api/retention/leases",
                Map.of("current", List.of(Map.of("personId", person, "compartment", "identity"))));

        assertThat(current.at("/refused/0/status").asInt()).isEqualTo(410);
        certify(erasure);
    }

    @Test
    void a_run_over_many_goes_in_batches_and_can_be_paused() throws SQLException {
        var persons = reserve(250);
        persons.forEach(person -> happens(Persons.registered(person)));
        eventuallyDue(persons.getLast(), "single-visit");
        persons.forEach(person -> eventuallyDue(person, "single-visit"));

        var preview = preview(persons, "recorded-in-error");
        assertThat(post(Someone.ADMIN, path(preview) + "/request").textAt("/type"))
                .endsWith("share-exceeded");
        assertThat(post(Someone.ADMIN, path(preview) + "/request", Map.of("confirmedCount", 249))
                        .status())
                .isEqualTo(409);
        request(preview);
        assertThat(post(Someone.APPROVER, path(preview) + "/approval")
                        .at("/progress/suspended")
                        .asInt())
                .isEqualTo(250);
        aggregates.removeAll();
        post(Someone.ADMIN, path(preview) + "/pause");
        passes("P7D");
        assertThat(post(Someone.ADMIN, path(preview) + "/execution").textAt("/type"))
                .endsWith("erasure-paused");

        post(Someone.APPROVER, path(preview) + "/resumption");

        eventuallyIn(preview, "removed");
        assertThat(show(preview).at("/progress/removed").asInt()).isEqualTo(250);
        aggregates.removeAll();
        certify(preview);
        assertThat(snapshotsOf(preview)).isPositive();
    }

    @Test
    void killed_after_keys_were_removed_and_before_that_was_written_down() {
        var person = personWithAFile();
        passes("P2Y1D");
        var erasure = approved(preview(List.of(person), "deadline"));
        post(Someone.ADMIN, path(erasure) + "/pause");
        remover.remove(erasure, List.of(new Doomed(person, true)), clock.today());
        happens(Persons.contact(UUID.randomUUID(), person, clock.today(), clock.now()));
        eventuallyDue(person, "single-visit");
        passes("P7D");

        post(Someone.APPROVER, path(erasure) + "/resumption");

        eventuallyIn(erasure, "removed");
        assertThat(show(erasure).at("/progress/removed").asInt()).isEqualTo(1);
        certify(erasure);
    }

    @Test
    void a_run_that_everybody_dropped_out_of_ends_and_erases_nobody() {
        var person = personWithAFile();
        passes("P2Y1D");
        var erasure = preview(List.of(person), "deadline");
        happens(Persons.contact(UUID.randomUUID(), person, clock.today(), clock.now()));
        eventuallyDue(person, "single-visit");
        request(erasure);
        post(Someone.APPROVER, path(erasure) + "/approval");
        passes("P7D");

        eventuallyIn(erasure, "cancelled");

        assertThat(key(Someone.CASE_SERVICE, person + ".identity.1")).isEqualTo(200);
    }

    @Test
    void who_is_in_one_erasure_is_left_out_of_the_next() {
        var person = personWithAFile();
        var erasure = approved(preview(List.of(person), "right-exercised"));

        var next = post(
                Someone.ADMIN,
                "/api/retention/erasures",
                Map.of("personIds", List.of(person), "reason", "right-exercised"));

        assertThat(next.textAt("/preview/held/0/cause")).isEqualTo("in-erasure");
        post(Someone.ADMIN, path(erasure) + "/cancellation");
    }

    @Test
    void certificates_form_one_list_of_which_each_is_proven() {
        certify(executed(List.of(personWithAFile())));
        certify(executed(List.of(personWithAFile())));
        var anchor = get(Someone.AUDITOR, "/api/retention/anchor").text();

        var certificates = get(Someone.AUDITOR, "/api/retention/certificates")
                .each("/items")
                .map(item -> get(
                        Someone.AUDITOR,
                        "/api/retention/certificates/"
                                + item.at("/certificateId").asString()))
                .toList();

        assertThat(certificates)
                .hasSizeGreaterThan(1)
                .allSatisfy(certificate -> assertThat(CertificateVerifier.verify(certificate.bytes(), anchor)
                                .valid())
                        .isTrue());
    }

    @Test
    void a_confirmation_is_a_services_own_word_in_its_own_time() {
        var erasure = approved(preview(List.of(personWithAFile()), "right-exercised"));

        assertThat(post(Someone.CASE_SERVICE, path(erasure) + "/confirmations", Map.of("phase", "purged"))
                        .status())
                .isEqualTo(409);
        assertThat(post(Someone.UNCONFIGURED_SERVICE, path(erasure) + "/confirmations", Map.of("phase", "purged"))
                        .status())
                .isEqualTo(403);
        assertThat(post(Someone.ADMIN, path(erasure) + "/confirmations", Map.of("phase", "purged"))
                        .status())
                .isEqualTo(403);
        post(Someone.ADMIN, path(erasure) + "/cancellation");
    }

    @Test
    void it_is_shown_for_whom_keys_wait_and_for_whom_they_did_not() {
        var erasure = approved(preview(List.of(personWithAFile()), "right-exercised"));
        post(Someone.CASE_SERVICE, path(erasure) + "/confirmations", Map.of("phase", "suspended"));

        eventually(
                "retention-service has caught up, too",
                () -> show(erasure)
                        .each("/progress/awaiting")
                        .map(JsonNode::asString)
                        .toList()
                        .equals(List.of("consent-service", "reporting-service")));
        passes("P7D");
        eventuallyIn(erasure, "removed");

        assertThat(show(erasure).each("/progress/late").map(JsonNode::asString))
                .containsExactly("consent-service", "reporting-service");
        certify(erasure);
        var certificate = get(
                Someone.AUDITOR, "/api/retention/certificates/" + show(erasure).textAt("/certificateId"));
        var anchor = get(Someone.AUDITOR, "/api/retention/anchor").text();
        assertThat(CertificateVerifier.verify(certificate.bytes(), anchor).findings())
                .as("whoever checks the certificate is told, too")
                .anyMatch(finding -> finding.endsWith("suspension: consent-service, reporting-service."));
    }

    @Test
    void the_list_and_the_single_erasure_tell_the_same() {
        var erasure = preview(List.of(personWithAFile()), "right-exercised");

        eventually(
                "it is listed",
                () -> get(Someone.AUDITOR, "/api/retention/erasures")
                        .each("/items")
                        .anyMatch(item -> item.equals(show(erasure).at(""))));
    }

    @Test
    void what_makes_no_sense_is_refused() {
        var person = UUID.randomUUID();
        assertThat(Stream.of(
                                "{\"reason\":\"deadline\"}",
                                "{\"rule\":\"support-file\",\"reason\":\"deadline\"}",
                                "{\"rule\":\"nonsense\",\"dueBefore\":\"2030-01-01\",\"reason\":\"deadline\"}",
                                "{\"rule\":\"support-file\",\"dueBefore\":\"2030-01-01\",\"reason\":\"right-exercised\"}",
                                "{\"personIds\":[],\"reason\":\"deadline\"}",
                                "{\"personIds\":[null],\"reason\":\"deadline\"}",
                                "{\"personIds\":[\"" + person + "\"],\"reason\":\"boredom\"}",
                                "{\"personIds\":[\"" + person + "\"]}",
                                "{\"personIds\":[\"" + person
                                        + "\"],\"reason\":\"deadline\",\"rule\":\"support-file\"}",
                                "[]",
                                "{")
                        .map(body -> post(Someone.ADMIN, "/api/retention/erasures", body)
                                .status()))
                .containsOnly(400);
        assertThat(get(Someone.ADMIN, path(UUID.randomUUID())).status()).isEqualTo(404);
        assertThat(post(Someone.ADMIN, path(UUID.randomUUID()) + "/request").status())
                .isEqualTo(404);
    }

    private static int snapshotsOf(UUID erasure) throws SQLException {
        try (var connection = database().connect();
                var question = connection.createStatement();
                var answer = question.executeQuery(
                        "select count(*) from snapshot_event where aggregate_identifier = '" + erasure + "'")) {
            answer.next();
            return answer.getInt(1);
        }
    }

    private UUID executed(List<UUID> persons) {
        var erasure = approved(preview(persons, "right-exercised"));
        passes("P7D");
        eventuallyIn(erasure, "removed");
        return erasure;
    }

    private UUID approved(UUID erasure) {
        request(erasure);
        assertThat(post(Someone.APPROVER, path(erasure) + "/approval").textAt("/state"))
                .isEqualTo("suspended");
        return erasure;
    }

    private UUID preview(List<UUID> persons, String reason) {
        var preview = post(Someone.ADMIN, "/api/retention/erasures", Map.of("personIds", persons, "reason", reason));
        assertThat(preview.at("/preview/erasable").asInt()).isEqualTo(persons.size());
        return preview.idAt("/erasureId");
    }

    private void request(UUID erasure) {
        var count = show(erasure).at("/share/toConfirm").asInt(0);
        assertThat(post(Someone.ADMIN, path(erasure) + "/request", Map.of("confirmedCount", count))
                        .textAt("/state"))
                .isEqualTo("requested");
    }

    private void certify(UUID erasure) {
        confirm(erasure, "purged");
        eventuallyIn(erasure, "confirmed");
        confirm(erasure, "pruned");
        eventuallyIn(erasure, "certified");
    }

    private void confirm(UUID erasure, String phase) {
        for (var service : SERVICES) {
            eventually(
                    service + " could confirm " + phase,
                    () -> post(service, path(erasure) + "/confirmations", Map.of("phase", phase))
                                    .status()
                            == 204);
        }
    }

    private void eventuallyIn(UUID erasure, String state) {
        try {
            eventually(state, () -> show(erasure).textAt("/state").equals(state));
        } catch (AssertionError late) {
            throw new AssertionError(late.getMessage() + " but " + show(erasure).text(), late);
        }
    }

    private void eventuallyDue(UUID person, String rule) {
        eventually(
                "due by " + rule,
                () -> get(Someone.ADMIN, "/api/retention/deadlines?dueBefore=2200-01-01&rule=" + rule)
                        .text()
                        .contains(person.toString()));
    }

    private UUID personWithAFile() {
        var person = reserve(1).getFirst();
        var file = UUID.randomUUID();
        LocalDate today = clock.today();
        happens(
                Persons.registered(person),
                Persons.opened(file, person, today),
                Persons.contact(file, person, today),
                Persons.contact(file, person, today));
        eventuallyDue(person, "support-file");
        return person;
    }

    private List<UUID> reserve(int count) {
        return post(Someone.CASE_SERVICE, "/api/retention/reserves", Map.of("count", count))
                .each("/personIds")
                .map(id -> UUID.fromString(id.asString()))
                .toList();
    }

    private Answer show(UUID erasure) {
        return get(Someone.DPO, path(erasure));
    }

    private int key(Someone caller, String kid) {
        return get(caller, "/api/retention/keys/" + kid).status();
    }

    private static String path(UUID erasure) {
        return "/api/retention/erasures/" + erasure;
    }
}
