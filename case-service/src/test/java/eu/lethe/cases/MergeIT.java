package eu.lethe.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.lethe.cases.running.Api.Answer;
import eu.lethe.cases.running.RunningCaseService;
import eu.lethe.contracts.events.cases.ContactEvent.ContactRecorded;
import eu.lethe.contracts.events.retention.ErasureEvent.KeysRemoved;
import eu.lethe.contracts.events.retention.ErasureEvent.PersonRestored;
import eu.lethe.contracts.events.retention.ErasureEvent.PersonSuspended;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.testkit.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class MergeIT extends RunningCaseService {

    private static final List<Compartment> ALL = List.of(
            Compartment.IDENTITY,
            Compartment.NARRATIVE,
            Compartment.CODING,
            Compartment.THIRD_PARTY,
            Compartment.HEALTH);

    @Autowired
    private JdbcClient database;

    /** One person of whom there are two records, with a file each. */
    private final class Twice {

        private final UUID kept;
        private final UUID keptFile;
        private final UUID duplicate;
        private final UUID duplicateFile;

        private Twice(String keptName, String duplicateName) {
            kept = register(keptName, "Awa");
            keptFile = openFile(kept);
            record(keptFile, "Premier entretien.");
            duplicate = register(duplicateName, "Awa");
            duplicateFile = openFile(duplicate);
            record(duplicateFile, "Second entretien.");
        }

        private Answer merge() {
            return MergeIT.this.merge(kept, duplicate);
        }

        /** Puts right what was said to the duplicate. */
        private void correct(String text) {
            var contact = file(duplicateFile).body().at("/contacts/0");
            var answer = worker().put(
                            "/api/cases/files/" + duplicateFile + "/contacts/"
                                    + contact.get("contactId").asString(),
                            Map.of(
                                    "revisionId",
                                    contact.get("revisionId").asString(),
                                    "date",
                                    today().toString(),
                                    "text",
                                    text,
                                    "reason",
                                    "wrong-fact",
                                    "reasonText",
                                    "Relu : " + text));
            assertThat(answer.status()).isEqualTo(200);
        }
    }

    @Test
    void what_was_said_to_the_duplicate_is_read_in_the_kept_file() {
        var twice = new Twice("Réunie", "Réunnie");

        var answer = twice.merge();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(texts(twice.keptFile)).containsExactlyInAnyOrder("Premier entretien.", "Second entretien.");
    }

    @Test
    void what_was_said_to_the_duplicate_is_put_right_and_coded_from_the_kept_file() {
        var twice = new Twice("Relue", "Reine");
        var contact = UUID.fromString(
                file(twice.duplicateFile).body().at("/contacts/0/contactId").asString());
        assertThat(twice.merge().status()).isEqualTo(201);

        var path = "/api/cases/files/" + twice.keptFile + "/contacts/" + contact;
        var corrected = worker().put(
                        path,
                        Map.of(
                                "revisionId",
                                contact.toString(),
                                "date",
                                today().toString(),
                                "text",
                                "Second entretien, relu.",
                                "reason",
                                "typing-error"));
        var coded = worker().put(path + "/codes", Map.of("codingId", contact, "codes", List.of("P03.4")));

        assertThat(corrected.status()).isEqualTo(200);
        assertThat(coded.status()).isEqualTo(200);
        assertThat(texts(twice.keptFile)).contains("Second entretien, relu.");
        undo(twice.kept, twice.duplicate);
        assertThat(texts(twice.duplicateFile)).containsExactly("Second entretien, relu.");
    }

    @Test
    void the_duplicates_file_names_the_kept_one() {
        var twice = new Twice("Renvoi", "Renvoyée");
        twice.merge();

        var reading = file(twice.duplicateFile);

        assertThat(reading.status()).isEqualTo(409);
        assertThat(reading.text("type")).endsWith("merged");
        assertThat(reading.id("personId")).isEqualTo(twice.kept);
        assertThat(reading.id("fileId")).isEqualTo(twice.keptFile);
        assertThat(recordOn(twice.duplicateFile, "Encore.").status()).isEqualTo(409);
        assertThat(person(twice.duplicate)
                        .body()
                        .get("mergedInto")
                        .get("fileId")
                        .asString())
                .isEqualTo(twice.keptFile.toString());
    }

    @Test
    void either_name_finds_the_kept_record_once() {
        var twice = new Twice("Mariama", "Boubakary");
        await().atMost(SOON).until(() -> search("boubakary awa").contains("Boubakary"));

        twice.merge();

        assertThat(search("boubakary awa")).contains("Mariama").doesNotContain("Boubakary");
        assertThat(search("mariama awa")).containsOnlyOnce("Mariama");
    }

    @Test
    void a_merge_undone_gives_both_files_back() {
        var twice = new Twice("Défaite", "Distincte");
        twice.merge();

        var undone = undo(twice.kept, twice.duplicate);

        assertThat(undone.status()).isEqualTo(204);
        assertThat(texts(twice.keptFile)).containsExactly("Premier entretien.");
        assertThat(texts(twice.duplicateFile)).containsExactly("Second entretien.");
        assertThat(person(twice.kept).body().get("duplicates")).isEmpty();
    }

    @Test
    void another_service_asks_which_records_are_of_one_person_and_is_told_at_once() {
        var twice = new Twice("Demandée", "Demande");
        assertThat(mergesAmong(twice)).isEmpty();

        twice.merge();
        assertThat(mergesAmong(twice)).containsExactly(twice.duplicate + " " + twice.kept);

        undo(twice.kept, twice.duplicate);
        assertThat(mergesAmong(twice)).isEmpty();
    }

    @Test
    void only_a_service_asks_which_records_are_of_one_person() {
        assertThat(worker().post("/api/cases/merges", Map.of("personIds", List.of()))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void of_two_workers_who_merge_crosswise_one_is_told() {
        var twice = new Twice("Croisée", "Croisé");

        List<Integer> statuses;
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            statuses = Stream.of(
                            CompletableFuture.supplyAsync(
                                    () -> merge(twice.kept, twice.duplicate).status(), both),
                            CompletableFuture.supplyAsync(
                                    () -> merge(twice.duplicate, twice.kept).status(), both))
                    .map(CompletableFuture::join)
                    .toList();
        }

        assertThat(statuses).containsExactlyInAnyOrder(201, 409);
    }

    @Test
    void a_duplicate_stands_for_nobody_else() {
        var twice = new Twice("Chaîne", "Maillon");
        var third = register("Chaînon", "Awa");
        merge(twice.duplicate, third);

        assertThat(twice.merge().status()).isEqualTo(409);
        assertThat(merge(third, twice.kept).status()).isEqualTo(409);
    }

    @Test
    void a_suspended_person_is_not_merged() {
        var twice = new Twice("Suspendue", "Suspendu");
        Topic.publish(new PersonSuspended(
                UUID.randomUUID(), twice.duplicate, ALL, true, Instant.now().plus(Duration.ofDays(7)), Instant.now()));
        await().atMost(SOON).until(() -> person(twice.duplicate).status() == 423);

        assertThat(twice.merge().status()).isEqualTo(423);
    }

    @Test
    void another_unit_merges_nobody() {
        var twice = new Twice("Ailleurs", "Autrepart");

        var answer = as("worker", "north")
                .post("/api/cases/persons/" + twice.kept + "/duplicates", Map.of("duplicateId", twice.duplicate));

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void after_thirty_days_all_of_it_lies_in_the_kept_file_under_the_kept_persons_keys() {
        var twice = new Twice("Définitive", "Definitive Deux");
        twice.correct("Deuxième entretien.");
        twice.correct("Second entretien.");
        twice.merge();
        var wordings = wordings(twice.keptFile);

        letThirtyDaysPass(twice);

        await().atMost(SOON).until(() -> settled(twice.kept));
        assertThat(texts(twice.keptFile)).containsExactlyInAnyOrder("Premier entretien.", "Second entretien.");
        var author = file(twice.keptFile)
                .body()
                .get("contacts")
                .valueStream()
                .map(contact -> contact.get("author").get("id").asString())
                .distinct()
                .toList();
        assertThat(author).hasSize(1);
        assertThat(undo(twice.kept, twice.duplicate).status()).isEqualTo(409);
        assertThat(file(twice.duplicateFile).status()).isEqualTo(409);
        RETENTION.keys().remove(twice.duplicate, ALL);
        assertThat(texts(twice.keptFile)).containsExactlyInAnyOrder("Premier entretien.", "Second entretien.");
        assertThat(ownersOfWordings(twice.keptFile)).hasSize(5).containsOnly(twice.kept);
        assertThat(wordings(twice.keptFile)).hasSize(4).containsExactlyInAnyOrderElementsOf(wordings);
    }

    @Test
    void who_was_known_by_another_name_is_found_by_it_after_their_second_record_is_gone() {
        var twice = new Twice("Nomade", "Sédentaire");
        twice.merge();

        letThirtyDaysPass(twice);

        await().atMost(SOON).until(() -> settled(twice.kept));
        assertThat(person(twice.kept).body().get("aliases").get(0).asString()).isEqualTo("Awa Sédentaire");
    }

    @Test
    void a_contact_with_the_kept_person_says_the_household_that_only_the_duplicate_is_known_to_live_in() {
        var twice = new Twice("Logée", "Relogée");
        var mother = register("Logée", "Mère");
        var motherFile = openFile(mother);
        assertThat(worker().post(
                                "/api/cases/persons/" + mother + "/household/members",
                                Map.of("personId", twice.duplicate, "relation", "fille", "since", "2020-09-01"))
                        .status())
                .isEqualTo(201);
        twice.merge();

        record(twice.keptFile, "Troisième entretien.");
        record(motherFile, "Venue aussi.");

        await().atMost(SOON)
                .until(() -> Topic.published(ContactRecorded.class, twice.keptFile)
                                        .size()
                                == 2
                        && Topic.published(ContactRecorded.class, motherFile).size() == 1);
        assertThat(Topic.published(ContactRecorded.class, twice.keptFile)
                        .getLast()
                        .household())
                .isNotNull()
                .isEqualTo(Topic.published(ContactRecorded.class, motherFile)
                        .getFirst()
                        .household());
    }

    @Test
    void an_assessment_a_referral_and_what_was_reported_come_to_the_kept_file_as_they_were() {
        var twice = new Twice("Entière", "Dédoublée");
        var written = new Written(twice.duplicateFile);
        var mother = register("Entière", "Mère");
        assertThat(worker().post(
                                "/api/cases/persons/" + mother + "/household/members",
                                Map.of("personId", twice.duplicate, "relation", "fille", "since", "2020-09-01"))
                        .status())
                .isEqualTo(201);
        var documents = attach(twice.duplicateFile);
        twice.merge();
        assertThat(due(twice.keptFile)).contains("follow-up", "notice", "review");
        assertThat(document(twice.keptFile, documents)).isEqualTo(200);
        var asked = written.readIn(twice.keptFile);

        letThirtyDaysPass(twice);
        await().atMost(SOON).until(() -> settled(twice.kept));
        erase(twice.duplicate);

        assertThat(written.readIn(twice.keptFile)).isEqualTo(asked);
        assertThat(texts(twice.keptFile)).containsExactlyInAnyOrder("Premier entretien.", "Second entretien.");
        assertThat(household(mother)).containsExactlyInAnyOrder(mother, twice.kept);
        assertThat(due(twice.keptFile)).contains("follow-up", "notice", "review");
        assertThat(worker().get("/api/cases/files/" + twice.keptFile + "/readers")
                        .body()
                        .get("total")
                        .asLong())
                .isGreaterThan(readings(twice.keptFile));
        for (var id : List.of(written.assessment, written.referral, written.information)) {
            await().atMost(SOON).until(() -> sealedBefore(id).isEmpty());
        }
    }

    @Test
    void what_stops_half_way_goes_on_and_nothing_comes_twice() {
        var twice = new Twice("Interrompue", "Reprise");
        var written = new Written(twice.duplicateFile);
        twice.merge();
        var before = written.readIn(twice.keptFile);
        var thirdParty = List.of(Compartment.THIRD_PARTY);
        var erasure = UUID.randomUUID();
        RETENTION.keys().suspend(twice.duplicate, thirdParty);
        Topic.publish(new PersonSuspended(
                erasure, twice.duplicate, thirdParty, false, Instant.now().plus(Duration.ofDays(7)), Instant.now()));
        await().atMost(SOON)
                .until(() -> worker().get("/api/cases/files/" + twice.keptFile + "/third-party")
                        .body()
                        .at("/items/0/text")
                        .isNull());

        letThirtyDaysPass(twice);
        await().atMost(SOON)
                .until(() -> count("assessment where file_id = '" + twice.keptFile + "'") == 2
                        && count("referral where file_id = '" + twice.keptFile + "'") == 1);
        assertThat(settled(twice.kept)).isFalse();
        RETENTION.keys().restore(twice.duplicate, thirdParty);
        Topic.publish(new PersonRestored(erasure, twice.duplicate, Instant.now()));

        await().atMost(SOON).until(() -> settled(twice.kept));
        assertThat(written.readIn(twice.keptFile)).isEqualTo(before);
        assertThat(texts(twice.keptFile)).containsExactlyInAnyOrder("Premier entretien.", "Second entretien.");
    }

    @Test
    void a_merge_undone_gives_back_what_was_written_meanwhile_where_it_belongs() {
        var twice = new Twice("Séparée", "Séparé");
        var written = new Written(twice.duplicateFile);
        twice.merge();
        record(twice.keptFile, "Pendant la fusion.");
        assertThat(worker().post(
                                "/api/cases/files/" + twice.keptFile + "/referrals/" + written.referral + "/answers",
                                Map.of("outcome", "refused", "answeredOn", today().toString()))
                        .status())
                .isEqualTo(201);
        written.rewriteIn(twice.keptFile, "Réévaluée.");

        undo(twice.kept, twice.duplicate);

        assertThat(texts(twice.keptFile)).containsExactlyInAnyOrder("Premier entretien.", "Pendant la fusion.");
        assertThat(texts(twice.duplicateFile)).containsExactly("Second entretien.");
        assertThat(worker().get("/api/cases/files/" + twice.keptFile + "/assessments")
                        .body()
                        .get("items"))
                .isEmpty();
        assertThat(written.readIn(twice.duplicateFile)).contains("Réévaluée.").contains("refused");
    }

    @Test
    void who_is_kept_from_one_of_the_records_is_kept_from_both_and_stays_so() {
        var twice = new Twice("Gardée", "Gardé");
        var relative = UUID.randomUUID();
        var sister = colleague(relative, "Sœur Gardée", "centre");
        assertThat(sister.get("/api/cases/files/" + twice.keptFile).status()).isEqualTo(200);
        var lead = as("lead", "centre");
        lead.get("/api/cases/persons/" + twice.kept + "/reading");
        var ask = worker().get("/api/cases/files/" + twice.keptFile)
                .body()
                .get("referent")
                .get("id")
                .asString();
        assertThat(lead.post(
                                "/api/cases/persons/" + twice.duplicate + "/exclusions",
                                Map.of(
                                        "workerId",
                                        relative,
                                        "ask",
                                        ask,
                                        "reason",
                                        "relative",
                                        "reasonText",
                                        "Sa sœur."))
                        .status())
                .isEqualTo(201);
        assertThat(lead.put(
                                "/api/cases/persons/" + twice.duplicate + "/restriction",
                                Map.of(
                                        "workerIds",
                                        List.of(ask, relative),
                                        "ask",
                                        ask,
                                        "exceptionalAccess",
                                        false,
                                        "reason",
                                        "protection"))
                        .status())
                .isEqualTo(200);
        var other = colleague(UUID.randomUUID(), "Autre Agent", "centre");
        twice.merge();

        assertThat(sister.get("/api/cases/files/" + twice.keptFile).text("type"))
                .endsWith("excluded");
        assertThat(sister.get("/api/cases/persons/" + twice.kept).status()).isEqualTo(403);
        assertThat(other.get("/api/cases/files/" + twice.keptFile).text("type")).endsWith("restricted");
        assertThat(lead.get("/api/cases/persons/" + twice.kept + "/reading")
                        .body()
                        .get("exclusions")
                        .size())
                .isEqualTo(1);

        letThirtyDaysPass(twice);
        await().atMost(SOON).until(() -> settled(twice.kept));
        erase(twice.duplicate);

        assertThat(sister.get("/api/cases/files/" + twice.keptFile).text("type"))
                .endsWith("excluded");
        assertThat(other.get("/api/cases/files/" + twice.keptFile).text("type")).endsWith("restricted");
        assertThat(file(twice.keptFile).status()).isEqualTo(200);
    }

    @Test
    void of_a_person_erased_meanwhile_nothing_is_settled_and_a_duplicate_erased_first_settles_the_merge() {
        var gone = new Twice("Oubliée", "Oublié");
        gone.merge();
        var alone = new Twice("Restée", "Partie");
        alone.merge();
        erase(gone.duplicate);
        erase(gone.kept);
        erase(alone.duplicate);

        letThirtyDaysPass(gone);
        letThirtyDaysPass(alone);

        await().atMost(SOON).until(() -> settled(alone.kept));
        assertThat(texts(alone.keptFile)).containsExactly("Premier entretien.");
        assertThat(file(gone.keptFile).status()).isEqualTo(410);
        assertThat(count("merged_person where settled_on is not null and duplicate_id = '" + gone.duplicate + "'"))
                .isZero();
    }

    /** What is written in a file but contacts: of each kind one, and what became of it. */
    private final class Written {

        private final UUID assessment;
        private final UUID referral;
        private final UUID information;

        private Written(UUID file) {
            var path = "/api/cases/files/" + file;
            var first = worker().post(path + "/assessments", assessment("Vit seule."));
            assessment = first.id("assessmentId");
            rewriteIn(file, "Vit avec son fils.");
            referral = worker().post(
                            path + "/referrals",
                            Map.of(
                                    "recipient",
                                    "budget-counselling",
                                    "compartments",
                                    List.of("identity"),
                                    "text",
                                    "Merci de la recevoir.",
                                    "date",
                                    today().minusDays(9).toString(),
                                    "followUpOn",
                                    today().toString()))
                    .id("referralId");
            worker().post(
                            path + "/referrals/" + referral + "/answers",
                            Map.of(
                                    "outcome",
                                    "waiting",
                                    "text",
                                    "Rappeler.",
                                    "answeredOn",
                                    today().minusDays(3).toString(),
                                    "followUpOn",
                                    today().plusDays(3).toString()));
            information = worker().post(
                            path + "/third-party",
                            Map.of(
                                    "receivedOn",
                                    today().toString(),
                                    "text",
                                    "Des cris.",
                                    "reliability",
                                    "hearsay",
                                    "source",
                                    Map.of("kind", "neighbour", "name", "Mme Voisin")))
                    .id("informationId");
            worker().post(
                            path + "/third-party/" + information + "/review",
                            Map.of("outcome", "kept", "reasonText", "À suivre."));
        }

        private void rewriteIn(UUID file, String text) {
            var path = "/api/cases/files/" + file + "/assessments";
            var read = worker().get(path).body().at("/items/0/revisionId").asString();
            var rewritten = new HashMap<String, Object>(assessment(text));
            rewritten.put("revisionId", read);
            assertThat(worker().put(path + "/" + assessment, rewritten).status())
                    .isEqualTo(200);
        }

        private static Map<String, Object> assessment(String text) {
            return Map.of(
                    "date",
                    today().toString(),
                    "sections",
                    List.of(Map.of("text", text)),
                    "goals",
                    List.of(Map.of("text", "Permis")));
        }

        /** All of it, as it is read through a file: words, days, authors, ids. */
        private String readIn(UUID file) {
            var path = "/api/cases/files/" + file;
            return List.of(
                            path + "/assessments",
                            path + "/assessments/" + assessment + "/revisions",
                            path + "/referrals",
                            path + "/third-party")
                    .stream()
                    .map(one -> worker().get(one).body().get("items").toString())
                    .collect(Collectors.joining("\n"));
        }
    }

    /** A document with the contact of a file; where it is read from there. */
    private String attach(UUID file) {
        var contact = file(file).body().at("/contacts/0/contactId").asString();
        var path = "/contacts/" + contact + "/attachments";
        var added = worker().attach("/api/cases/files/" + file + path, "bail.pdf", Documents.pdf(1_000));
        assertThat(added.status()).isEqualTo(201);
        return path + "/" + added.text("attachmentId");
    }

    private int document(UUID file, String path) {
        return worker().document("/api/cases/files/" + file + path).statusCode();
    }

    private List<String> due(UUID file) {
        return worker().get("/api/cases/due")
                .body()
                .get("items")
                .valueStream()
                .filter(item -> item.get("fileId").asString().equals(file.toString()))
                .map(item -> item.get("kind").asString())
                .toList();
    }

    private List<UUID> household(UUID person) {
        return worker().get("/api/cases/persons/" + person + "/household")
                .body()
                .get("members")
                .valueStream()
                .map(member -> UUID.fromString(member.get("personId").asString()))
                .toList();
    }

    /** What was noted of the kept file alone. */
    private long readings(UUID file) {
        return count("access_entry where file_id = '" + file + "'");
    }

    /** Events of an aggregate that come before the last move and seal something. */
    private List<Long> sealedBefore(UUID id) {
        return database.sql("""
                        select sequence_number from domain_event as event
                         where aggregate_identifier = :id and convert_from(payload, 'UTF8') like '%eyJ%'
                           and exists (select 1 from domain_event moved
                                        where moved.aggregate_identifier = event.aggregate_identifier
                                          and moved.payload_type like '%Moved.v1'
                                          and moved.sequence_number > event.sequence_number)""")
                .param("id", id.toString())
                .query((row, _) -> row.getLong("sequence_number"))
                .list();
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Paris"));
    }

    private long count(String from) {
        return database.sql("select count(*) from " + from).query(Long.class).single();
    }

    /** As retention-service does, with what the person has lent to nobody else. */
    private void erase(UUID person) {
        var keys = RETENTION.keys().remove(person, ALL);
        Topic.publish(new KeysRemoved(UUID.randomUUID(), person, keys, true, today(), Instant.now()));
        await().atMost(SOON).until(() -> person(person).status() == 410);
    }

    /** The day until which it could be undone is over. */
    private void letThirtyDaysPass(Twice twice) {
        database.sql("update merged_person set undo_until = current_date - 2 where duplicate_id = :duplicate")
                .param("duplicate", twice.duplicate)
                .update();
    }

    private boolean settled(UUID person) {
        return person(person).body().get("duplicates").get(0).get("settled").asBoolean();
    }

    private List<String> mergesAmong(Twice twice) {
        return as("service", "centre")
                .post("/api/cases/merges", Map.of("personIds", List.of(twice.kept, twice.duplicate)))
                .body()
                .get("merges")
                .valueStream()
                .map(merge -> merge.get("duplicateId").asString() + " "
                        + merge.get("personId").asString())
                .toList();
    }

    private Answer merge(UUID person, UUID duplicate) {
        return worker().post("/api/cases/persons/" + person + "/duplicates", Map.of("duplicateId", duplicate));
    }

    private Answer undo(UUID person, UUID duplicate) {
        return worker().delete("/api/cases/persons/" + person + "/duplicates/" + duplicate);
    }

    private Answer person(UUID person) {
        return worker().get("/api/cases/persons/" + person);
    }

    /** How each contact was worded, when, by whom and why. */
    private List<String> wordings(UUID file) {
        var path = "/api/cases/files/" + file + "/contacts/";
        return file(file)
                .body()
                .get("contacts")
                .valueStream()
                .map(contact -> path + contact.get("contactId").asString() + "/revisions")
                .flatMap(
                        revisions -> worker().get(revisions).body().get("items").valueStream())
                .map(wording -> Stream.of("date", "text", "reason", "reasonText", "author", "at")
                        .map(member -> wording.path(member).toString())
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    /** Under whose keys each text and reason of corrected contacts is sealed. */
    private List<UUID> ownersOfWordings(UUID file) {
        return database.sql("""
                        select unnest(array_remove(array[text, reason_text], null)) from contact_revision
                         where file_id = ?""")
                .param(file)
                .query((row, _) -> Sealed.ofCompact(row.getString(1)).keyId().personId())
                .list();
    }

    private List<String> texts(UUID file) {
        return file(file)
                .body()
                .get("contacts")
                .valueStream()
                .map(contact -> contact.get("text"))
                .map(JsonNode::asString)
                .toList();
    }
}
