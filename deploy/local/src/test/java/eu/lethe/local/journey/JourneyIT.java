package eu.lethe.local.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import eu.lethe.local.journey.Caller.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells the story of a person from the first visit to the certificate. Each test is one chapter; they follow in order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneyIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration IN_A_WHILE = Duration.ofMinutes(3);
    private static final String FAMILY_NAME = "Quenneville-" + word();
    private static final String TEXT = "Madame vient au sujet du loyer, mot de passe " + word() + " noté à sa demande.";

    private final RunningStack stack = RunningStack.get();
    private Caller worker = stack.asNobody();
    private String personId = "";
    private String fileId = "";
    private String contactId = "";
    private String identityJwe = "";
    private String identityKid = "";
    private String identityJwk = "";
    private LocalDate visit = LocalDate.EPOCH;
    private Map<String, Long> countedBefore = Map.of();
    private JsonNode gridBefore = tools.jackson.databind.node.NullNode.getInstance();
    private KeyDump keysInOldDump = new KeyDump(List.of());
    private String erasureId = "";
    private String certificateId = "";

    private static String word() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    @BeforeAll
    void a_worker_signs_in() {
        worker = stack.as("worker");
    }

    @Test
    @Order(1)
    void a_worker_registers_a_person_with_a_name_alone_and_opens_a_file() {
        personId = created(worker.post("/api/cases/persons", Map.of("familyName", FAMILY_NAME)), "personId");
        fileId = created(
                worker.post("/api/cases/files", Map.of("personId", personId, "unit", unitOf(worker))), "fileId");
        assertThat(worker.get("/api/cases/files/" + fileId)
                        .json()
                        .at("/person/familyName")
                        .asString())
                .isEqualTo(FAMILY_NAME);
    }

    @Test
    @Order(2)
    void a_first_contact_makes_the_file_a_single_visit_kept_for_a_year() {
        visit = LocalDate.parse(worker.get("/api/cases/me").text("today"));
        contactId = created(
                worker.post(
                        "/api/cases/files/" + fileId + "/contacts",
                        Map.of("date", visit.toString(), "text", TEXT, "codes", List.of("P03.4", "P05.3", "I01.1"))),
                "contactId");
        var file = worker.get("/api/cases/files/" + fileId).json();
        assertThat(file.at("/contacts/0/text").asString()).isEqualTo(TEXT);
        awaitDeadline("single-visit", visit.plusYears(1));
    }

    @Test
    @Order(3)
    void a_second_contact_makes_it_a_support_file_kept_for_two_years() {
        created(
                worker.post(
                        "/api/cases/files/" + fileId + "/contacts",
                        Map.of("date", visit.toString(), "text", "Deuxième passage.")),
                "contactId");
        awaitDeadline("support-file", visit.plusYears(2));
    }

    @Test
    @Order(4)
    void the_event_is_on_kafka_as_a_cloud_event_whose_personal_fields_are_jwe() {
        var recorded = await()
                .atMost(SOON)
                .until(
                        () -> PublishedEvents.of(fileId, "lethe.cases.v1", stack.port("KAFKA")),
                        events -> events.stream().anyMatch(this::isTheContact))
                .stream()
                .filter(this::isTheContact)
                .findFirst()
                .orElseThrow();
        assertThat(recorded.type()).isEqualTo("lethe.cases.ContactRecorded.v1");
        assertThat(recorded.source()).isEqualTo("case-service");
        assertThat(recorded.key()).isEqualTo(fileId);
        assertThat(recorded.data().path("text").asString()).matches("[\\w-]+\\.\\.[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    }

    private boolean isTheContact(PublishedEvents.Event event) {
        return event.data().path("contactId").asString().equals(contactId);
    }

    @Test
    @Order(5)
    void no_byte_of_the_clear_text_is_in_any_file_of_the_stack() {
        var found = ClearTextSweep.filesWith(stack.state(), personId, TEXT, FAMILY_NAME);
        assertThat(found.get(personId)).as("the sweep finds what is there").isNotEmpty();
        assertThat(found.get(TEXT)).isEmpty();
        assertThat(found.get(FAMILY_NAME)).isEmpty();
    }

    @Test
    @Order(6)
    void once_the_person_agrees_an_integrator_opens_the_identity_with_a_plain_jose_library_and_a_jwk()
            throws Exception {
        identityJwe = PublishedEvents.of(personId, "lethe.cases.v1", stack.port("KAFKA")).stream()
                .filter(event -> event.type().equals("lethe.cases.PersonRegistered.v1"))
                .map(event -> event.data().path("identity").asString())
                .findFirst()
                .orElseThrow();
        identityKid = JWEObject.parse(identityJwe).getHeader().getKeyID();
        assertThat(stack.as("integrator")
                        .get("/api/retention/keys/" + identityKid)
                        .status())
                .as("nobody agreed to it")
                .isEqualTo(404);
        created(
                worker.post(
                        "/api/consents",
                        Map.of("personId", personId, "purpose", "partner-referral", "recipient", "partners")),
                "consentId");
        var answer = stack.as("integrator").get("/api/retention/keys/" + identityKid);
        assertThat(answer.status()).isEqualTo(200);
        identityJwk = answer.text();

        var jwe = JWEObject.parse(identityJwe);
        jwe.decrypt(new DirectDecrypter(OctetSequenceKey.parse(identityJwk).toByteArray()));

        assertThat(jwe.getPayload().toString()).contains(FAMILY_NAME);
    }

    @Test
    @Order(7)
    void the_integrator_may_not_lease_a_narrative_and_learns_nothing_by_trying() {
        var integrator = stack.as("integrator");
        var foreign = integrator.get("/api/retention/keys/" + personId + ".narrative.1");
        var unknown = integrator.get("/api/retention/keys/" + UUID.randomUUID() + ".narrative.1");
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(withoutReference(foreign)).isEqualTo(withoutReference(unknown));
    }

    @Test
    @Order(8)
    void the_worker_finds_the_person_by_a_name_half_remembered() {
        assertThat(search(FAMILY_NAME.toLowerCase(java.util.Locale.ROOT).substring(0, 20)))
                .contains(personId);
    }

    @Test
    @Order(9)
    void a_worker_of_another_unit_is_refused() {
        var north = stack.as("worker-north");
        assertThat(north.get("/api/cases/files/" + fileId).status()).isEqualTo(403);
        assertThat(north.post("/api/cases/search", Map.of("text", FAMILY_NAME)).text())
                .doesNotContain(personId);
    }

    @Test
    @Order(10)
    void the_yearly_grid_counts_the_contact() {
        await().atMost(SOON)
                .until(
                        this::countedAtTheVisit,
                        counted -> counted.containsKey("problems housing") && counted.containsKey("problems health"));
    }

    @Test
    @Order(10)
    void no_figure_of_the_grid_is_small_enough_to_point_at_somebody() {
        var grid = stack.as("statistician").get("/api/reports/yearly-grid?year=" + visit.getYear());

        assertThat(grid.json().path("cells").valueStream().map(cell -> cell.path("value")))
                .isNotEmpty()
                .allMatch(value -> value.isNull() || value.asLong() >= 11);
    }

    @Test
    @Order(11)
    void two_years_and_a_day_later_the_file_is_due() throws Exception {
        keysInOldDump = KeyDump.of(personId, stack);
        assertThat(keysInOldDump.wrapped()).isNotEmpty();
        assertThat(keysInOldDump.unwrappableWith(stack)).as("the honest window").isTrue();
        gridBefore = gridOfTheVisit();
        countedBefore = countedAtTheVisit();

        assertThat(stack.lethe("clock", "+P2Y1D").exitCode()).isZero();

        assertThat(stack.as("worker").get("/api/cases/me").text("today"))
                .isEqualTo(visit.plusYears(2).plusDays(1).toString());
        var due = stack.as("retention-admin")
                .get("/api/retention/deadlines?dueBefore=" + visit.plusYears(2).plusDays(1));
        assertThat(due.json()
                        .path("items")
                        .valueStream()
                        .anyMatch(item -> item.path("personId").asString().equals(personId)))
                .isTrue();
    }

    @Test
    @Order(12)
    void one_administrator_previews_and_asks_and_cannot_approve() {
        var admin = stack.as("retention-admin");
        var previewed =
                admin.post("/api/retention/erasures", Map.of("personIds", List.of(personId), "reason", "deadline"));
        assertThat(previewed.status()).as(previewed.toString()).isEqualTo(201);
        assertThat(previewed.text("state")).isEqualTo("previewed");
        assertThat(previewed.json().at("/preview/erasable").asInt()).isEqualTo(1);
        erasureId = previewed.text("erasureId");
        assertThat(stack.as("worker").get("/api/cases/files/" + fileId).status())
                .as("a preview touches nothing")
                .isEqualTo(200);

        assertThat(admin.post(erasure("/request")).text("state")).isEqualTo("requested");
        assertThat(admin.post(erasure("/approval")).status()).isEqualTo(403);
    }

    @Test
    @Order(13)
    void another_approves_and_nobody_reads_the_file_while_grace_runs() {
        var approved = stack.as("retention-approver").post(erasure("/approval"));
        assertThat(approved.text("state")).as(approved.toString()).isEqualTo("suspended");
        assertThat(stack.as("integrator")
                        .get("/api/retention/keys/" + identityKid)
                        .status())
                .isEqualTo(423);
        await().atMost(SOON)
                .until(() ->
                        stack.as("worker").get("/api/cases/files/" + fileId).status() == 423);
        assertThat(search(FAMILY_NAME)).doesNotContain(personId);
        assertThat(stack.as("retention-admin").post(erasure("/execution")).status())
                .isEqualTo(409);
    }

    @Test
    @Order(14)
    void after_the_grace_period_the_keys_are_removed_and_every_service_confirms() {
        assertThat(stack.lethe("clock", "+P7D").exitCode()).isZero();
        stack.as("retention-admin").post(erasure("/execution"));
        await().atMost(IN_A_WHILE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> List.of("pruned", "destroyed", "certified").contains(state()));
    }

    @Test
    @Order(15)
    void the_epoch_is_rotated_and_a_certificate_issued() {
        assertThat(stack.as("retention-admin").post("/api/retention/epochs").status())
                .isEqualTo(201);
        await().atMost(IN_A_WHILE).pollInterval(Duration.ofSeconds(1)).until(() -> state().equals("certified"));
        certificateId = stack.as("retention-admin").get(erasure("")).text("certificateId");
        assertThat(certificateId).isNotBlank();
    }

    @Test
    @Order(16)
    void the_workers_page_says_erased_on_which_day_and_the_search_finds_nothing() {
        var file = await().atMost(SOON)
                .until(
                        () -> stack.as("worker").get("/api/cases/files/" + fileId),
                        answer -> answer.status() == 410
                                && answer.text("certificateId").equals(certificateId));
        assertThat(LocalDate.parse(file.text("erasedOn")))
                .isAfterOrEqualTo(visit.plusYears(2).plusDays(8));
        assertThat(search(FAMILY_NAME)).isEmpty();
    }

    @Test
    @Order(17)
    void the_key_is_gone_for_the_integrator_who_once_leased_it_and_unknown_to_everybody_else() {
        assertThat(stack.as("integrator")
                        .get("/api/retention/keys/" + identityKid)
                        .status())
                .isEqualTo(410);
        assertThat(stack.as("reporting-service")
                        .get("/api/retention/keys/" + identityKid)
                        .status())
                .isEqualTo(404);
    }

    @Test
    @Order(18)
    void a_database_dump_taken_before_cannot_be_opened() throws Exception {
        assertThat(keysInOldDump.unwrappableWith(stack)).isFalse();
    }

    @Test
    @Order(19)
    void the_events_that_held_the_person_are_pruned_from_the_store() throws Exception {
        assertThat(StoredEvents.countHolding(identityJwe, stack)).isZero();
    }

    @Test
    @Order(20)
    void the_grid_of_the_past_year_is_identical() {
        assertThat(gridOfTheVisit()).isEqualTo(gridBefore);
        assertThat(countedAtTheVisit()).isEqualTo(countedBefore);
    }

    @Test
    @Order(21)
    void the_certificate_verifies_offline_and_an_altered_one_does_not() throws Exception {
        var certificate = stack.as("auditor").get("/api/retention/certificates/" + certificateId);
        assertThat(certificate.status()).isEqualTo(200);
        var file = Files.writeString(Path.of("target", "certificate.json"), certificate.text())
                .toAbsolutePath();
        assertThat(stack.lethe("verify", file.toString()).exitCode()).isZero();

        var altered = Files.writeString(
                        Path.of("target", "altered.json"), certificate.text().replaceFirst("ey(.)", "ez$1"))
                .toAbsolutePath();
        assertThat(stack.lethe("verify", altered.toString()).exitCode()).isEqualTo(1);
    }

    @Test
    @Order(22)
    void still_no_byte_of_the_clear_text_is_in_any_file_of_the_stack() {
        var found = ClearTextSweep.filesWith(stack.state(), TEXT, FAMILY_NAME);
        assertThat(found.get(TEXT)).isEmpty();
        assertThat(found.get(FAMILY_NAME)).isEmpty();
    }

    @Test
    @Order(23)
    void what_an_integrator_kept_of_a_key_is_the_one_thing_nobody_can_take_back() throws Exception {
        assertThat(stack.as("integrator")
                        .get("/api/retention/keys/" + identityKid)
                        .status())
                .as("Lethe has the key no more")
                .isEqualTo(410);

        var kept = JWEObject.parse(identityJwe);
        kept.decrypt(new DirectDecrypter(OctetSequenceKey.parse(identityJwk).toByteArray()));

        assertThat(kept.getPayload().toString())
                .as("the event and the key that the integrator kept")
                .contains(FAMILY_NAME);
    }

    /** Each problem has a random reference of its own. */
    private static JsonNode withoutReference(Answer problem) {
        return ((ObjectNode) problem.json()).without("instance");
    }

    private String erasure(String step) {
        return "/api/retention/erasures/" + erasureId + step;
    }

    private String state() {
        return stack.as("retention-admin").get(erasure("")).text("state");
    }

    private void awaitDeadline(String rule, LocalDate dueOn) {
        await().atMost(SOON).until(() -> {
            var retention = worker.get("/api/cases/files/" + fileId).json().path("retention");
            return retention.path("rule").asString("").equals(rule)
                    && retention.path("dueOn").asString("").equals(dueOn.toString());
        });
    }

    private JsonNode gridOfTheVisit() {
        return stack.as("statistician")
                .get("/api/reports/yearly-grid?year=" + visit.getYear() + "&unit=centre")
                .json();
    }

    private Map<String, Long> countedAtTheVisit() {
        return CountedFigures.of(visit.getYear(), "centre", stack);
    }

    private List<String> search(String text) {
        var items = stack.as("worker")
                .post("/api/cases/search", Map.of("text", text))
                .json()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path("personId").asString())
                .toList();
    }

    private static String unitOf(Caller worker) {
        return worker.get("/api/cases/me").text("unit");
    }

    private static String created(Answer answer, String member) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.text(member);
    }
}
