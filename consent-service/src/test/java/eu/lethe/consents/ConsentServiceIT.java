package eu.lethe.consents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.lethe.consents.erasure.SealedColumnsOfConsents;
import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileOpened;
import eu.lethe.contracts.events.cases.PersonEvent.MergeSettled;
import eu.lethe.contracts.events.cases.PersonEvent.MergeUndone;
import eu.lethe.contracts.events.cases.PersonEvent.PersonTransferred;
import eu.lethe.contracts.events.cases.PersonEvent.PersonsMerged;
import eu.lethe.contracts.events.cases.ReadingEvent.ExceptionalAccessOpened;
import eu.lethe.contracts.events.cases.ReadingEvent.ExclusionLifted;
import eu.lethe.contracts.events.cases.ReadingEvent.ReadingRestricted;
import eu.lethe.contracts.events.cases.ReadingEvent.WorkerExcluded;
import eu.lethe.contracts.events.consents.ConsentEvent.ConsentGranted;
import eu.lethe.contracts.events.consents.ConsentEvent.ConsentLapsed;
import eu.lethe.contracts.events.consents.ConsentEvent.ConsentWithdrawn;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureCertified;
import eu.lethe.contracts.events.retention.ErasureEvent.KeysRemoved;
import eu.lethe.contracts.events.retention.ErasureEvent.PersonRestored;
import eu.lethe.contracts.events.retention.ErasureEvent.PersonSuspended;
import eu.lethe.contracts.events.retention.ErasureEvent.PruningOrdered;
import eu.lethe.contracts.events.retention.ErasureEvent.RemovalCompleted;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.Jwe;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.contracts.sealing.SealingContext;
import eu.lethe.embedded.TestInfrastructure;
import eu.lethe.platform.erasure.SealedColumn;
import eu.lethe.platform.eventstore.Replay;
import eu.lethe.platform.security.AuthorisationTable;
import eu.lethe.testkit.Client;
import eu.lethe.testkit.Neighbours;
import eu.lethe.testkit.Neighbours.Confirmation;
import eu.lethe.testkit.SealedPlaces;
import eu.lethe.testkit.ServedDocument;
import eu.lethe.testkit.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** What the service does, seen from its edges: HTTP, Kafka, and the neighbours it calls. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"lethe.events.gap-timeout=PT0.1S", "lethe.service.secret=test"})
class ConsentServiceIT {

    private static final Neighbours NEIGHBOURS = Neighbours.start();
    private static final String TO_ADIL =
            "\"purpose\":\"partner-referral\",\"recipient\":\"partners\",\"partner\":\"ADIL 93\"";
    private static final UUID WORKER = UUID.randomUUID();
    private static final UUID COLLEAGUE = UUID.randomUUID();
    private static final UUID LEAD = UUID.randomUUID();
    private static final Duration SOON = Duration.ofSeconds(20);

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient database;

    @Autowired
    private DataSource everything;

    @Autowired
    private AuthorisationTable table;

    @Autowired
    private Replay replay;

    @Autowired
    private MeterRegistry meters;

    @DynamicPropertySource
    static void infrastructure(DynamicPropertyRegistry registry) {
        TestInfrastructure.propertiesFor("consent").forEach((name, value) -> registry.add(name, () -> value));
        registry.add("lethe.identity.url", NEIGHBOURS::url);
        registry.add("lethe.retention.url", NEIGHBOURS::url);
        registry.add("lethe.cases.url", NEIGHBOURS::url);
    }

    @AfterEach
    void whatever_is_sealed_is_in_the_list_of_what_is_forgotten() {
        SealedPlaces.requireForgotten(
                everything,
                SealedColumnsOfConsents.ALL.stream().map(SealedColumn::name).toList());
    }

    @Test
    void a_granted_consent_is_shown_with_how_it_was_given() {
        var person = personOf("centre");

        grant(person, "\"purpose\":\"partner-referral\",\"recipient\":\"partners\",\"given\":\"in-writing\"");

        var shown = onlyConsentOf(person);
        assertThat(shown.path("given").asString()).isEqualTo("in-writing");
        assertThat(shown.path("label").asString()).isEqualTo("Orientation vers un partenaire");
    }

    @Test
    void a_consent_that_was_signed_earlier_is_shown_with_its_own_day() {
        var person = personOf("centre");

        grant(person, "\"purpose\":\"contact-reminders\",\"grantedOn\":\"2025-11-20\"");

        assertThat(onlyConsentOf(person).path("grantedOn").asString()).isEqualTo("2025-11-20");
    }

    @Test
    void an_agreement_that_was_signed_before_it_was_withdrawn_revives_nothing() {
        var person = personOf("centre");
        var consentId = grant(person, "\"purpose\":\"contact-reminders\"");
        var withdrawnOn = worker("centre")
                .post("/api/consents/" + consentId + "/withdrawal", "{}")
                .json()
                .path("withdrawnOn")
                .asString();

        var answer = post(person, "\"purpose\":\"contact-reminders\",\"grantedOn\":\"2025-11-20\"");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").path(0).path("code").asString()).isEqualTo("before-withdrawal");
        assertThat(answer.json().path("conflictsWith").path("what").asString()).isEqualTo("withdrawal");
        assertThat(answer.json().path("conflictsWith").path("on").asString()).isEqualTo(withdrawnOn);
        assertThat(post(person, "\"purpose\":\"contact-reminders\"").status()).isEqualTo(201);
    }

    @Test
    void an_agreement_with_one_partner_may_be_older_than_the_withdrawal_of_another() {
        var person = personOf("centre");
        var toAdil = grant(person, TO_ADIL);
        worker("centre").post("/api/consents/" + toAdil + "/withdrawal", "{}");

        assertThat(post(person, TO_ADIL + ",\"grantedOn\":\"2025-11-20\"").status())
                .isEqualTo(400);
        assertThat(post(person, TO_ADIL.replace("ADIL 93", "Secours populaire") + ",\"grantedOn\":\"2025-11-20\"")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void a_granted_consent_is_published_sealed() {
        var person = personOf("centre");

        grant(person, "\"purpose\":\"contact-reminders\",\"note\":\"CANARY-NOTE\"");

        await().atMost(SOON)
                .until(() -> Topic.published(ConsentGranted.class, person).size() == 1);
        assertThat(stored()).doesNotContain("CANARY-NOTE");
    }

    @Test
    void a_consent_is_withdrawn_without_a_reason_and_twice_is_once() {
        var person = personOf("centre");
        var consentId = grant(person, "\"purpose\":\"contact-reminders\"");

        var first = worker("centre").post("/api/consents/" + consentId + "/withdrawal");
        var second = worker("centre").post("/api/consents/" + consentId + "/withdrawal");

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.text()).isEqualTo(first.text());
        await().atMost(SOON)
                .until(() -> Topic.published(ConsentWithdrawn.class, person).size() == 1);
    }

    @Test
    void a_consent_in_force_is_not_recorded_again_until_it_was_withdrawn() {
        var person = personOf("centre");
        var consentId = grant(person, "\"purpose\":\"contact-reminders\"");

        var again = post(person, "\"purpose\":\"contact-reminders\"");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("consent-in-force");

        worker("centre").post("/api/consents/" + consentId + "/withdrawal");
        assertThat(post(person, "\"purpose\":\"contact-reminders\"").status()).isEqualTo(201);
    }

    @Test
    void a_sham_is_refused() {
        var refused = post(personOf("centre"), "\"purpose\":\"social-support\"");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("sham-consent");
    }

    @Test
    void an_unknown_purpose_or_recipient_is_refused_without_echo() {
        var person = personOf("centre");

        var purpose = post(person, "\"purpose\":\"CANARY\"");
        var recipient = post(person, "\"purpose\":\"partner-referral\",\"recipient\":\"CANARY\"");

        assertThat(purpose.status()).isEqualTo(400);
        assertThat(recipient.status()).isEqualTo(400);
        assertThat(purpose.text() + recipient.text()).doesNotContain("CANARY");
    }

    @Test
    void somebody_without_keys_is_not_found() {
        assertThat(post(UUID.randomUUID(), "\"purpose\":\"contact-reminders\"").status())
                .isEqualTo(404);
    }

    @Test
    void a_worker_of_another_unit_is_refused() {
        var person = personOf("centre");
        var consentId = grant(person, "\"purpose\":\"contact-reminders\"");

        assertThat(worker("north").get("/api/consents?personId=" + person).status())
                .isEqualTo(403);
        assertThat(worker("north")
                        .post("/api/consents/" + consentId + "/withdrawal")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whoever_is_excluded_from_a_person_neither_sees_nor_changes_their_consents() {
        var person = personOf("centre");
        var consentId = grant(person, "\"purpose\":\"contact-reminders\"");
        var exclusion = UUID.randomUUID();

        Topic.publish(new WorkerExcluded(person, exclusion, WORKER, LEAD, "relative", null, LEAD, Instant.now()));
        await().atMost(SOON).until(() -> statusOf(person) == 403);

        for (var refused : List.of(
                worker("centre").get("/api/consents?personId=" + person),
                post(person, "\"purpose\":\"case-conference\""),
                worker("centre").post("/api/consents/" + consentId + "/withdrawal"))) {
            assertThat(refused.problem()).isEqualTo("excluded");
            assertThat(refused.json().path("ask").path("id").asString()).isEqualTo(LEAD.toString());
        }
        Topic.publish(new ExclusionLifted(person, exclusion, LEAD, Instant.now()));
        await().atMost(SOON).until(() -> statusOf(person) == 200);
    }

    @Test
    void only_those_to_whom_a_person_is_restricted_see_their_consents() {
        var person = personOf("centre");
        var colleague = new Client(url(), NEIGHBOURS.tokenOf(COLLEAGUE, "worker", "centre"));

        Topic.publish(new ReadingRestricted(
                person, UUID.randomUUID(), List.of(COLLEAGUE), false, LEAD, "staff-member", null, LEAD, Instant.now()));
        await().atMost(SOON).until(() -> statusOf(person) == 403);

        var refused = post(person, "\"purpose\":\"case-conference\"");
        assertThat(refused.problem()).isEqualTo("restricted");
        assertThat(refused.json().path("exceptionalAccess").asBoolean()).isFalse();
        assertThat(colleague.get("/api/consents?personId=" + person).status()).isEqualTo(200);
    }

    @Test
    void an_exceptional_access_opens_the_consents_and_is_noted_with_them() {
        var person = personOf("centre");
        var access = UUID.randomUUID();

        enter(person, access, Instant.now().plus(Duration.ofHours(8)));
        await().atMost(SOON)
                .until(() ->
                        worker("north").get("/api/consents?personId=" + person).status() == 200);

        var granted = worker("north")
                .post("/api/consents", "{\"personId\":\"%s\",\"purpose\":\"contact-reminders\"}".formatted(person));
        assertThat(granted.status()).isEqualTo(201);
        assertThat(count("select count(*) from access_entry where exceptional_access_id = ?", access))
                .isPositive();
    }

    @Test
    void an_exceptional_access_that_has_ended_opens_nothing() {
        var person = personOf("centre");

        enter(person, UUID.randomUUID(), Instant.now().minusSeconds(1));
        await().atMost(SOON)
                .until(() -> count("select count(*) from exceptional_access where person_id = ?", person) == 1);

        var refused = worker("north").get("/api/consents?personId=" + person);
        assertThat(refused.problem()).isEqualTo("other-unit");
        assertThat(refused.json().path("exceptionalAccess").asBoolean()).isTrue();
    }

    @Test
    void what_was_agreed_to_in_a_duplicate_holds_for_the_person_that_is_kept() {
        var person = personOf("centre");
        var duplicate = personOf("centre");
        var consentId = grant(duplicate, "\"purpose\":\"partner-referral\",\"recipient\":\"partners\"");

        NEIGHBOURS.merges().put(duplicate, person);
        merge(person, duplicate);

        assertThat(onlyConsentOf(person).path("consentId").asString()).isEqualTo(consentId);
        assertThat(coverage(person, "partners", "identity").path("permitted").asBoolean())
                .isTrue();
        assertThat(post(person, "\"purpose\":\"partner-referral\",\"recipient\":\"partners\"")
                        .problem())
                .isEqualTo("consent-in-force");
        var duplicates = worker("centre").get("/api/consents?personId=" + duplicate);
        assertThat(duplicates.problem()).isEqualTo("merged");
        assertThat(duplicates.json().path("personId").asString()).isEqualTo(person.toString());

        assertThat(worker("centre")
                        .post("/api/consents/" + consentId + "/withdrawal")
                        .status())
                .isEqualTo(200);
        Topic.publish(new MergeUndone(person, duplicate, WORKER, Instant.now()));
        await().atMost(SOON).until(() -> statusOf(duplicate) == 200);
        assertThat(worker("centre")
                        .get("/api/consents?personId=" + person)
                        .json()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void whoever_is_excluded_from_a_duplicate_does_not_see_it_through_the_person() {
        var person = personOf("centre");
        var duplicate = personOf("centre");
        merge(person, duplicate);

        Topic.publish(
                new WorkerExcluded(duplicate, UUID.randomUUID(), WORKER, LEAD, "relative", null, LEAD, Instant.now()));
        await().atMost(SOON).until(() -> statusOf(person) == 403);

        Topic.publish(new MergeSettled(person, duplicate, LocalDate.of(2026, 4, 3), Instant.now()));
        await().atMost(SOON).until(() -> statusOf(person) == 200);
    }

    @Test
    void a_consent_outlives_the_duplicate_it_was_given_in_and_lapses_with_the_person() {
        var person = personOf("centre");
        var duplicate = personOf("centre");
        grant(duplicate, "\"purpose\":\"contact-reminders\"");
        merge(person, duplicate);

        erase(duplicate, UUID.randomUUID(), List.of(new KeyId(duplicate, Compartment.IDENTITY, 1)));
        assertThat(onlyConsentOf(person).path("given").asString()).isEqualTo("orally");

        erase(person, UUID.randomUUID(), List.of(new KeyId(person, Compartment.IDENTITY, 1)));
        await().atMost(SOON)
                .until(() -> Topic.published(ConsentLapsed.class, duplicate).size() == 1);
    }

    @Test
    void who_is_no_worker_sees_no_consents() {
        var auditor = new Client(url(), NEIGHBOURS.tokenOf(UUID.randomUUID(), "auditor", "centre"));

        assertThat(auditor.get("/api/consents?personId=" + personOf("centre")).status())
                .isEqualTo(403);
        assertThat(auditor.get("/api/consents/purposes").status()).isEqualTo(200);
    }

    @Test
    void nobody_reads_in_the_grace_period_and_everything_is_back_after_it_was_called_off() {
        var person = personOf("centre");
        var erasure = UUID.randomUUID();
        grant(person, "\"purpose\":\"contact-reminders\"");

        Topic.publish(new PersonSuspended(
                erasure, person, List.of(Compartment.IDENTITY), true, Instant.now(), Instant.now()));
        await().atMost(SOON).until(() -> statusOf(person) == 423);
        assertThat(post(person, "\"purpose\":\"case-conference\"").status()).isEqualTo(423);

        Topic.publish(new PersonRestored(erasure, person, Instant.now()));
        await().atMost(SOON).until(() -> statusOf(person) == 200);
    }

    @Test
    void consents_lapse_with_the_person_and_the_erasure_is_confirmed() {
        var person = personOf("centre");
        var erasure = UUID.randomUUID();
        grant(person, "\"purpose\":\"contact-reminders\"");

        erase(person, erasure, List.of(new KeyId(person, Compartment.IDENTITY, 1)));

        await().atMost(SOON).until(() -> statusOf(person) == 410);
        await().atMost(SOON)
                .until(() -> Topic.published(ConsentLapsed.class, person).size() == 1);
        await().atMost(SOON).until(() -> NEIGHBOURS.confirmations().contains(new Confirmation(erasure, "purged")));

        var certificate = UUID.randomUUID();
        Topic.publish(new ErasureCertified(erasure, certificate, List.of(person), null, Instant.now()));
        await().atMost(SOON)
                .until(() -> worker("centre")
                        .get("/api/consents?personId=" + person)
                        .text()
                        .contains(certificate.toString()));
    }

    @Test
    void evidence_outlives_the_file_and_is_pruned_with_its_own_key() {
        var person = personOf("centre");
        var consentId = grant(person, "\"purpose\":\"contact-reminders\"");
        var whole = UUID.randomUUID();
        var identity = List.of(new KeyId(person, Compartment.IDENTITY, 1));

        erase(person, whole, identity);
        prune(person, whole, identity);
        assertThat(eventsOf(consentId)).isEqualTo(2);

        var later = UUID.randomUUID();
        var evidence = List.of(new KeyId(person, Compartment.CONSENT, 1));
        erase(person, later, evidence);
        prune(person, later, evidence);
        assertThat(eventsOf(consentId)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"reporting-service,wrong-source", "retention-service,not-recorded"})
    void who_writes_to_the_broker_ends_no_consent_and_prunes_no_evidence(String source, String code) {
        var person = personOf("centre");
        var consentId = grant(person, "\"purpose\":\"contact-reminders\"");
        var erasure = UUID.randomUUID();
        var keys = List.of(new KeyId(person, Compartment.IDENTITY, 1), new KeyId(person, Compartment.CONSENT, 1));

        var forged = List.of(
                Topic.forge(
                        new KeysRemoved(erasure, person, keys, true, LocalDate.of(2026, 3, 3), Instant.now()), source),
                Topic.forge(new PruningOrdered(erasure, person, keys, true, Instant.now()), source));

        await().atMost(SOON)
                .until(() -> forged.stream().allMatch(id -> Topic.keptAside("lethe.retention.v1", id, code)));
        assertThat(onlyConsentOf(person).path("consentId").asString()).isEqualTo(consentId);
        assertThat(Topic.published(ConsentLapsed.class, person)).isEmpty();
        assertThat(eventsOf(consentId)).isEqualTo(1);
        assertThat(meters.counter("lethe.forged", "consumer", "consent-service.erasure", "code", code)
                        .count())
                .isEqualTo(forged.size());
    }

    @Test
    void a_pruning_that_has_to_wait_holds_up_nothing_else() {
        var person = personOf("centre");
        var consentId = grant(person, "\"purpose\":\"contact-reminders\"");
        var evidence = List.of(new KeyId(person, Compartment.CONSENT, 1));
        var waiting = UUID.randomUUID();
        erase(person, waiting, evidence);
        recordedIn(consentId, "1 hour");
        var other = UUID.randomUUID();
        Topic.publish(new PruningOrdered(waiting, person, evidence, false, Instant.now()));

        Topic.publish(new RemovalCompleted(other, List.of(person), Instant.now()));
        prune(person, other, List.of());

        assertThat(NEIGHBOURS.confirmations()).doesNotContain(new Confirmation(waiting, "pruned"));
        assertThat(eventsOf(consentId)).isEqualTo(1);
        recordedIn(consentId, "-1 hour");
        await().atMost(SOON).until(() -> NEIGHBOURS.confirmations().contains(new Confirmation(waiting, "pruned")));
        assertThat(eventsOf(consentId)).isZero();
    }

    private void recordedIn(String consentId, String fromNow) {
        database.sql("update domain_event set recorded_at = now() + cast(? as interval) where aggregate_identifier = ?")
                .params(fromNow, consentId)
                .update();
    }

    @Test
    void the_view_replayed_is_the_view_as_it_was() throws InterruptedException {
        var person = personOf("centre");
        var consentId = grant(person, "\"purpose\":\"contact-reminders\"");
        worker("centre").post("/api/consents/" + consentId + "/withdrawal");
        var before = worker("centre").get("/api/consents?personId=" + person).text();

        replay.start("consents");

        assertThat(replay.awaitCaughtUp("consents", SOON)).isTrue();
        assertThat(worker("centre").get("/api/consents?personId=" + person).text())
                .isEqualTo(before);
    }

    @Test
    void data_is_handed_on_with_a_consent_and_not_after_it_was_withdrawn() {
        var person = personOf("centre");
        var before = coverage(person, "partners", "identity", "narrative");
        var consentId = grant(person, "\"purpose\":\"partner-referral\",\"recipient\":\"partners\"");

        var with = coverage(person, "partners", "identity", "narrative");
        worker("centre").post("/api/consents/" + consentId + "/withdrawal");
        var after = coverage(person, "partners", "identity", "narrative");

        assertThat(before.path("permitted").asBoolean()).isFalse();
        assertThat(before.path("purposes")
                        .valueStream()
                        .map(purpose -> purpose.path("code").asString()))
                .containsExactly("partner-referral", "case-conference");
        assertThat(with.path("basis").path("consentId").asString()).isEqualTo(consentId);
        assertThat(after.path("permitted").asBoolean()).isFalse();
    }

    @Test
    void the_law_hands_on_without_a_consent() {
        var covered = coverage(personOf("centre"), "crip", "identity", "third-party");

        assertThat(covered.path("permitted").asBoolean()).isTrue();
        assertThat(covered.path("basis").path("legalBasis").asString()).isEqualTo("legal-obligation");
    }

    @Test
    void a_consent_to_one_partner_for_identity_opens_nothing_else_to_anybody_else() {
        var person = personOf("centre");
        var duplicate = personOf("centre");
        var consentId = grant(person, TO_ADIL + ",\"compartments\":[\"identity\"]");

        assertThat(onlyConsentOf(person).path("partner").asString()).isEqualTo("ADIL 93");
        assertThat(onlyConsentOf(person).path("compartments").valueStream().map(JsonNode::asString))
                .containsExactly("identity");
        assertThat(permitted(person, "ADIL 93", "identity")).isTrue();
        assertThat(permitted(person, " adil\u00a0\u200b93 ", "identity")).isTrue();
        for (var other :
                Stream.of("Secours populaire", "ADIL 94", "ADIL", "", null).toList()) {
            assertThat(permitted(person, other, "identity")).as(other).isFalse();
        }
        assertThat(permitted(person, "ADIL 93", "narrative")).isFalse();
        assertThat(permitted(person, "ADIL 93", "identity", "narrative")).isFalse();
        assertThat(leased(person, "ADIL 93", "partner-referral")).containsExactly("identity");
        assertThat(leased(person, "ADIL 93", "case-conference")).isEmpty();
        assertThat(leased(person, "Secours populaire", "partner-referral")).isEmpty();
        assertThat(coveredOf(person, "partners", "partner-referral")).isEmpty();

        NEIGHBOURS.merges().put(duplicate, person);
        merge(person, duplicate);
        assertThat(permitted(duplicate, "ADIL 93", "identity")).isTrue();
        assertThat(leased(duplicate, "ADIL 93", "partner-referral")).containsExactly("identity");
        assertThat(permitted(duplicate, "Secours populaire", "identity")).isFalse();

        worker("centre").post("/api/consents/" + consentId + "/withdrawal");
        assertThat(permitted(person, "ADIL 93", "identity")).isFalse();
        assertThat(leased(person, "ADIL 93", "partner-referral")).isEmpty();
        assertThat(stored()).doesNotContain("ADIL");
    }

    @Test
    void a_consent_sent_again_under_its_key_is_one_also_when_it_was_taken_back_since() {
        var person = personOf("centre");
        var body = "{\"personId\":\"%s\",\"purpose\":\"contact-reminders\"}".formatted(person);
        var key = UUID.randomUUID().toString();
        var first = worker("centre").postUnder("/api/consents", body, key);

        var inForce = worker("centre").postUnder("/api/consents", body, key);
        worker("centre").post("/api/consents/" + first.json().path("consentId").asString() + "/withdrawal");
        var withdrawn = worker("centre").postUnder("/api/consents", body, key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(inForce).isEqualTo(first);
        assertThat(withdrawn).isEqualTo(first);
        assertThat(onlyConsentOf(person).path("withdrawnOn").isNull()).isFalse();
        assertThat(worker("centre")
                        .postUnder("/api/consents", body.replace("contact-reminders", "case-conference"), key)
                        .problem())
                .isEqualTo("key-used");
    }

    @Test
    void each_partner_has_a_consent_of_its_own_and_one_alone() {
        var person = personOf("centre");
        var adil = grant(person, TO_ADIL);

        assertThat(post(person, TO_ADIL.replace("ADIL 93", "Adil  93")).problem())
                .isEqualTo("consent-in-force");
        grant(person, TO_ADIL.replace("ADIL 93", "Secours populaire"));
        worker("centre").post("/api/consents/" + adil + "/withdrawal");

        assertThat(permitted(person, "Secours populaire", "identity", "narrative"))
                .isTrue();
        assertThat(permitted(person, "ADIL 93", "identity")).isFalse();
    }

    @Test
    void nobody_agrees_to_more_than_the_purpose_covers() {
        var person = personOf("centre");

        assertThat(post(person, TO_ADIL + ",\"compartments\":[\"identity\",\"health\"]")
                        .status())
                .isEqualTo(400);
        assertThat(post(person, TO_ADIL + ",\"compartments\":[]").status()).isEqualTo(400);
        assertThat(post(person, "\"purpose\":\"partner-referral\",\"partner\":\"ADIL 93\"")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void only_a_service_asks_what_is_covered() {
        assertThat(worker("centre").post("/api/consents/coverage", "{}").status())
                .isEqualTo(403);
    }

    @Test
    void nobody_hands_data_to_a_recipient_that_the_agency_does_not_know() {
        assertThat(asService()
                        .post(
                                "/api/consents/coverage",
                                "{\"personId\":\"%s\",\"recipient\":\"nobody\",\"compartments\":[\"identity\"]}"
                                        .formatted(UUID.randomUUID()))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_recipient_outside_is_handed_what_each_person_agreed_to_until_it_is_taken_back() {
        var person = personOf("centre");
        var other = personOf("centre");
        var consentId = grant(person, "\"purpose\":\"partner-referral\",\"recipient\":\"partners\"");

        assertThat(coveredOf(person, "partners", "partner-referral"))
                .containsExactlyInAnyOrder("identity", "narrative", "coding");
        assertThat(coveredOf(other, "partners", "partner-referral")).isEmpty();
        assertThat(coveredOf(UUID.randomUUID(), "partners", "partner-referral")).isEmpty();

        worker("centre").post("/api/consents/" + consentId + "/withdrawal");

        assertThat(coveredOf(person, "partners", "partner-referral")).isEmpty();
    }

    @Test
    void a_consent_covers_its_own_purpose_and_recipient_and_no_others() {
        var person = personOf("centre");
        grant(person, "\"purpose\":\"partner-referral\",\"recipient\":\"partners\"");
        grant(person, "\"purpose\":\"case-conference\"");
        grant(person, "\"purpose\":\"contact-reminders\"");

        assertThat(coveredOf(person, "crip", "partner-referral")).isEmpty();
        assertThat(coveredOf(person, null, "partner-referral")).isEmpty();
        assertThat(coveredOf(person, "partners", "case-conference"))
                .as("to nobody by name")
                .isEmpty();
        assertThat(coveredOf(person, null, "case-conference"))
                .as("a purpose that names recipients, asked for by none of them")
                .isEmpty();
        assertThat(coveredOf(person, "partners", "contact-reminders")).isEmpty();
        assertThat(coveredOf(person, null, "contact-reminders")).containsExactly("identity");
        assertThat(coveredOf(person, "partners", "a-purpose-of-nobody")).isEmpty();
    }

    @Test
    void the_law_covers_anybody_for_the_recipients_that_it_names_and_never_the_agencys_own_use() {
        var person = personOf("centre");

        assertThat(coveredOf(person, "benefits-office", "rights-instruction")).containsExactly("identity");
        assertThat(coveredOf(person, "partners", "rights-instruction")).isEmpty();
        assertThat(coveredOf(person, null, "rights-instruction")).isEmpty();
        assertThat(coveredOf(person, null, "social-support")).isEmpty();
        assertThat(coveredOf(person, "partners", "social-support")).isEmpty();
    }

    @Test
    void what_was_agreed_to_in_a_duplicate_covers_the_kept_one_until_it_is_taken_back() {
        var kept = personOf("centre");
        var duplicate = personOf("centre");
        var consentId = grant(duplicate, "\"purpose\":\"partner-referral\",\"recipient\":\"partners\"");
        NEIGHBOURS.merges().put(duplicate, kept);
        merge(kept, duplicate);

        await().atMost(SOON)
                .until(() -> coveredOf(kept, "partners", "partner-referral").contains("identity"));
        worker("centre").post("/api/consents/" + consentId + "/withdrawal");

        assertThat(coveredOf(kept, "partners", "partner-referral")).isEmpty();
        assertThat(coveredOf(duplicate, "partners", "partner-referral")).isEmpty();
    }

    @Test
    void a_merge_that_only_a_message_tells_of_lends_nobody_the_consent_of_another() {
        var agreeing = personOf("centre");
        var victim = personOf("centre");
        grant(agreeing, "\"purpose\":\"partner-referral\",\"recipient\":\"partners\"");
        merge(agreeing, victim);
        await().atMost(SOON)
                .until(() -> count("select count(*) from merged_person where duplicate_id = ?", victim) == 1);

        assertThat(coveredOf(victim, "partners", "partner-referral")).isEmpty();
        assertThat(coveredOf(agreeing, "partners", "partner-referral")).contains("identity");
    }

    @Test
    void a_merge_that_only_a_message_tells_of_lets_nothing_be_handed_on() {
        var agreeing = personOf("centre");
        var victim = personOf("centre");
        grant(agreeing, "\"purpose\":\"partner-referral\",\"recipient\":\"partners\"");
        merge(agreeing, victim);

        assertThat(coverage(victim, "partners", "identity").path("permitted").asBoolean())
                .as("read through who agreed")
                .isFalse();
        assertThat(coverage(agreeing, "partners", "identity").path("permitted").asBoolean())
                .isTrue();

        var kept = personOf("centre");
        merge(kept, agreeing);
        assertThat(coverage(kept, "partners", "identity").path("permitted").asBoolean())
                .as("whose duplicate who agreed is said to be")
                .isFalse();
    }

    @Test
    void a_consent_that_only_a_message_tells_of_covers_nothing() {
        var person = personOf("centre");
        var consent = UUID.randomUUID();
        Topic.publish(new ConsentGranted(
                consent,
                person,
                "partner-referral",
                "partners",
                List.of(Compartment.IDENTITY),
                Jwe.seal(
                        NEIGHBOURS.keys().key(person, Compartment.CONSENT),
                        new SealingContext(consent, "evidence"),
                        "{}".getBytes(StandardCharsets.UTF_8)),
                LocalDate.of(2026, 3, 1),
                WORKER,
                Instant.now()));
        personOf("centre");

        assertThat(coveredOf(person, "partners", "partner-referral")).isEmpty();
    }

    @Test
    void only_a_service_asks_what_is_covered_of_many() {
        assertThat(worker("centre").post("/api/consents/coverage/persons", "{}").status())
                .isEqualTo(403);
        assertThat(new Client(url(), NEIGHBOURS.tokenOf(UUID.randomUUID(), "integrator", null))
                        .post("/api/consents/coverage/persons", "{}")
                        .status())
                .isEqualTo(403);
        assertThat(asService().post("/api/consents/coverage/persons", "{}").status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"excluded", "restricted", "other-unit"})
    void who_may_no_longer_read_a_person_is_refused_in_each_operation_that_is_about_them(String why) {
        var person = personOf("centre");
        var consentId = grant(person, "\"purpose\":\"contact-reminders\"");
        var about = table.rows().stream()
                .filter(row -> row.service().equals("consent-service"))
                .filter(row -> !row.reach().equals("agency"))
                .toList();
        assertThat(about).hasSizeGreaterThanOrEqualTo(3);
        bar(person, why);
        await().atMost(SOON).until(() -> statusOf(person) == 403);
        var events = count("select count(*) from domain_event where aggregate_identifier <> ?::text", person);

        for (var row : about) {
            var answer = ask(row, person, consentId);

            assertThat(answer.status()).as(row + " " + answer.text()).isEqualTo(403);
            assertThat(answer.problem()).as(row.toString()).isEqualTo(why);
        }
        assertThat(count("select count(*) from domain_event where aggregate_identifier <> ?::text", person))
                .isEqualTo(events);
    }

    private void bar(UUID person, String why) {
        Topic.publish(
                switch (why) {
                    case "excluded" ->
                        new WorkerExcluded(
                                person, UUID.randomUUID(), WORKER, LEAD, "relative", null, LEAD, Instant.now());
                    case "restricted" ->
                        new ReadingRestricted(
                                person,
                                UUID.randomUUID(),
                                List.of(COLLEAGUE),
                                true,
                                LEAD,
                                "staff-member",
                                null,
                                LEAD,
                                Instant.now());
                    default -> new PersonTransferred(person, "north", LEAD, Instant.now());
                });
    }

    /** As OpenAPI describes the operation: whatever is about a person names them in its path, its query or its body. */
    private Client.Answer ask(AuthorisationTable.Row row, UUID person, String consentId) {
        var operation = worker("centre")
                .get("/api/consents/openapi.json")
                .json()
                .path("paths")
                .path(row.path())
                .path(row.method().name().toLowerCase(Locale.ROOT));
        assertThat(operation.isObject()).as(row.toString()).isTrue();
        var path = row.path().replace("{consentId}", consentId).replace("{personId}", person.toString());
        assertThat(path).as("an operation that this test does not know").doesNotContain("{");
        if (operation
                .path("parameters")
                .valueStream()
                .anyMatch(one -> one.path("in").asString().equals("query"))) {
            path += "?personId=" + person;
        }
        return row.method().equals(HttpMethod.GET)
                ? worker("centre").get(path)
                : worker("centre")
                        .post(path, "{\"personId\":\"%s\",\"purpose\":\"case-conference\"}".formatted(person));
    }

    @Test
    void every_operation_has_its_row_and_every_row_its_operation() {
        assertThat(table.differencesFrom(
                        worker("centre").get("/api/consents/openapi.json").text()))
                .isEmpty();
    }

    @Test
    void the_document_kept_in_the_repository_says_what_the_service_says() {
        var document = new ServedDocument(
                        "consents",
                        worker("centre").get("/api/consents/openapi.json").text())
                .keptIfAskedTo();

        assertThat(document.differencesFromKept())
                .as(ServedDocument.toKeepItAnew(ConsentServiceIT.class))
                .isEmpty();
    }

    private JsonNode coverage(UUID person, String recipient, String... compartments) {
        var answer = asService()
                .post(
                        "/api/consents/coverage",
                        "{\"personId\":\"%s\",\"recipient\":\"%s\",\"compartments\":[\"%s\"]}"
                                .formatted(person, recipient, String.join("\",\"", compartments)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private boolean permitted(UUID person, @Nullable String partner, String... compartments) {
        var answer = asService()
                .post(
                        "/api/consents/coverage",
                        "{\"personId\":\"%s\",\"recipient\":\"partners\",%s\"compartments\":[\"%s\"]}"
                                .formatted(person, named(partner), String.join("\",\"", compartments)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("permitted").asBoolean();
    }

    private List<String> leased(UUID person, String partner, String purpose) {
        return coveredOf(person, "\"recipient\":\"partners\"," + named(partner), List.of(purpose));
    }

    private static String named(@Nullable String partner) {
        return partner == null ? "" : "\"partner\":\"" + partner + "\",";
    }

    private List<String> coveredOf(UUID person, @Nullable String recipient, String purpose) {
        return coveredOf(person, recipient == null ? "" : "\"recipient\":\"" + recipient + "\",", List.of(purpose));
    }

    private List<String> coveredOf(UUID person, String asking, List<String> purposes) {
        var answer = asService()
                .post(
                        "/api/consents/coverage/persons",
                        "{%s\"purposes\":[\"%s\"],\"persons\":[{\"personId\":\"%s\",\"compartments\":[%s]}]}"
                                .formatted(
                                        asking,
                                        String.join("\",\"", purposes),
                                        person,
                                        "\"identity\",\"narrative\",\"coding\",\"health\",\"third-party\""));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json()
                .at("/covered/0/compartments")
                .valueStream()
                .map(compartment -> compartment.asString())
                .toList();
    }

    private Client asService() {
        return new Client(url(), NEIGHBOURS.tokenOf(UUID.randomUUID(), "service", null));
    }

    private UUID personOf(String unit) {
        var person = NEIGHBOURS.keys().person();
        Topic.publish(
                new CaseFileOpened(UUID.randomUUID(), person, unit, LocalDate.of(2026, 1, 5), WORKER, Instant.now()));
        await().atMost(SOON).until(() -> count("select count(*) from person where person_id = ?", person) == 1);
        return person;
    }

    /** Somebody of another unit opens the person's file exceptionally. */
    private void enter(UUID person, UUID access, Instant until) {
        Topic.publish(new ExceptionalAccessOpened(
                person,
                UUID.randomUUID(),
                access,
                WORKER,
                null,
                until,
                "emergency",
                Jwe.seal(
                        NEIGHBOURS.keys().key(person, Compartment.CONSENT),
                        new SealingContext(access, "reasonText"),
                        "\"Expulsion\"".getBytes(StandardCharsets.UTF_8)),
                Instant.now()));
    }

    private void merge(UUID person, UUID duplicate) {
        Topic.publish(
                new PersonsMerged(person, duplicate, null, null, LocalDate.of(2026, 4, 2), WORKER, Instant.now()));
        await().atMost(SOON).until(() -> statusOf(duplicate) == 409);
    }

    private String grant(UUID person, String members) {
        var granted = post(person, members);
        assertThat(granted.status()).as(granted.text()).isEqualTo(201);
        return granted.json().path("consentId").asString();
    }

    private Client.Answer post(UUID person, String members) {
        return worker("centre").post("/api/consents", "{\"personId\":\"%s\",%s}".formatted(person, members));
    }

    private JsonNode onlyConsentOf(UUID person) {
        var items =
                worker("centre").get("/api/consents?personId=" + person).json().path("items");
        assertThat(items.size()).isEqualTo(1);
        return items.path(0);
    }

    private int statusOf(UUID person) {
        return worker("centre").get("/api/consents?personId=" + person).status();
    }

    private void erase(UUID person, UUID erasure, List<KeyId> keys) {
        keys.forEach(NEIGHBOURS.keys()::remove);
        var whole = keys.stream().noneMatch(key -> key.compartment().outlivesTheFile());
        Topic.publish(new KeysRemoved(erasure, person, keys, whole, LocalDate.of(2026, 3, 3), Instant.now()));
        Topic.publish(new RemovalCompleted(erasure, List.of(person), Instant.now()));
        await().atMost(SOON).until(() -> NEIGHBOURS.confirmations().contains(new Confirmation(erasure, "purged")));
    }

    private void prune(UUID person, UUID erasure, List<KeyId> keys) {
        Topic.publish(new PruningOrdered(erasure, person, keys, true, Instant.now()));
        await().atMost(SOON).until(() -> NEIGHBOURS.confirmations().contains(new Confirmation(erasure, "pruned")));
    }

    private long eventsOf(String consentId) {
        return database.sql("select count(*) from domain_event where aggregate_identifier = ?")
                .param(consentId)
                .query((row, _) -> row.getLong(1))
                .single();
    }

    private long count(String sql, UUID person) {
        return database.sql(sql).param(person).query((row, _) -> row.getLong(1)).single();
    }

    private String stored() {
        return String.join(
                " ",
                database.sql("select convert_from(payload, 'UTF8') from domain_event")
                        .query((row, _) -> row.getString(1))
                        .list());
    }

    private Client worker(String unit) {
        return new Client(url(), NEIGHBOURS.tokenOf(WORKER, "worker", unit));
    }

    private String url() {
        return "http://127.0.0.1:" + port;
    }
}
