package eu.lethe.local.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.local.journey.PeopleAtWork.Read;
import eu.lethe.local.journey.RecordingClient.Account;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Twenty persons are erased on the whole stack, one part of which is killed after each step, while others read, write, correct
 * and fetch a document; and case-service sleeps past the end of its leases while keys are suspended, and again while they are
 * removed. The erasure comes to its end once, and nothing of the twenty is opened or sealed after the bound.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIfSystemProperty(named = "lethe.nightly", matches = "true")
class ErasureUnderFaultsIT {

    private static final int ERASED = 20;
    private static final int SPARED = 6;
    private static final Duration LEASE = Duration.ofSeconds(8);
    private static final Duration PAST_THE_LEASE = LEASE.plusSeconds(1);
    /** Well before a connection that nobody uses is given up. */
    private static final Duration SOON_CUT_OFF = Duration.ofSeconds(20);

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration IN_A_WHILE = Duration.ofMinutes(2);
    /** More than all buffers between case-service and a reader hold. */
    private static final int SIZE_OF_DOCUMENT = 16 * 1024 * 1024;

    /** What proves that somebody agreed, and that their requests were answered, is kept for its own time. */
    private static final Set<String> EVIDENCE = Set.of("consent", "rights");

    private static final List<String> PARTS = List.of(
            "postgresql",
            "kafka",
            "retention-service",
            "case-service",
            "consent-service",
            "reporting-service",
            "gateway");

    private final String name = "Oublimoi" + word();
    private final String text = "entretien" + word();
    private final String inDocument = "facture" + word();

    private final RunningStack stack = RunningStack.get();
    private final Deque<Victim> victims = new ArrayDeque<>();
    private final List<String> erasedPersons = new ArrayList<>();
    private final List<Account> erased = new ArrayList<>();
    private final List<Account> spared = new ArrayList<>();
    private final List<KeyDump> dumps = new ArrayList<>();
    private final List<Read> readBefore = new ArrayList<>();
    private final List<Read> readAfter = new ArrayList<>();
    private final Set<String> sealedWhenSuspended = new HashSet<>();
    private final Set<String> sealedWhenRemoved = new HashSet<>();
    private final List<Integer> acknowledgedWhenSuspended = new ArrayList<>();
    private final List<CorrectingClient> correctors = new ArrayList<>();
    private Caller worker = stack.asNobody();
    private String today = "";
    private String document = "";
    private ErasureRun run = new ErasureRun("", 0, Map.of(), stack);
    private SlowDownload download = new SlowDownload(InputStream.nullInputStream());

    /** A part, each of which dies once, and its process, looked up beforehand so that no time passes after a step. */
    private record Victim(String part, ProcessHandle process) {}

    private static String word() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    @BeforeAll
    void twenty_persons_are_erased_while_parts_are_killed_and_others_work() throws Exception {
        stack.kill("case-service");
        var started =
                stack.with(Map.of("LETHE_LEASES_LASTING", LEASE.toString())).lethe("up", "--detach");
        assertThat(started.exitCode()).as(started.output()).isZero();
        chooseVictims();
        worker = stack.as("worker");
        today = worker.get("/api/cases/me").text("today");
        writeDown();
        prepare();

        try (var people = new PeopleAtWork()) {
            begin(people);
            run.request();
            killAfter("ErasureRequested");
            awaitAllParts();

            suspendWhileItSleeps(people);
            killAfter("SuspensionCompleted");
            awaitAllParts();

            run.pause();
            assertThat(stack.lethe("clock", "+P7D").exitCode()).isZero();
            await().atMost(IN_A_WHILE)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> run.shown().at("/progress/awaiting").isEmpty());
            sealedWhenRemoved.addAll(StoredEvents.sealedFor(Set.copyOf(erasedPersons), stack));
            removeWhileItSleeps();

            Stream.of("ErasureConfirmed", "ErasurePruned", "EpochsDestroyed", "ErasureCertified")
                    .forEach(this::killAfter);
            awaitAllParts();
            awaitReadsOf(410, people);
        }
    }

    @AfterAll
    void the_stack_runs_as_before() {
        stack.lethe("down");
        assertThat(stack.lethe("up", "--detach").exitCode()).isZero();
    }

    @Test
    void it_is_proven_once_for_all_twenty() throws Exception {
        var shown = run.shown();
        assertThat(shown.path("state").asString()).isEqualTo("certified");
        assertThat(shown.at("/progress/removed").asInt()).isEqualTo(ERASED);
        assertThat(shown.at("/progress/droppedOut")).isEmpty();
        assertThat(shown.at("/progress/late")).as("nobody was behind").isEmpty();
        for (var type : List.of("PersonSuspended", "KeysRemoved", "PruningOrdered")) {
            assertThat(happened(type)).as(type).isEqualTo(ERASED);
        }
        assertThat(happened("ErasureCertified")).isEqualTo(1);
        var certificate = stack.as("auditor")
                .get("/api/retention/certificates/"
                        + shown.path("certificateId").asString());
        var file = Files.writeString(Path.of("target", "under-faults.json"), certificate.text());
        assertThat(stack.lethe("verify", file.toAbsolutePath().toString()).exitCode())
                .isZero();
    }

    @Test
    void every_file_of_theirs_says_that_it_was_erased() {
        var certificateId = run.shown().path("certificateId").asString();
        for (var account : erased) {
            await().atMost(SOON)
                    .until(
                            () -> stack.as("worker").get("/api/cases/files/" + account.fileId()),
                            answer -> answer.status() == 410
                                    && answer.text("certificateId").equals(certificateId));
        }
    }

    @Test
    void nothing_of_theirs_is_opened_once_they_are_suspended_and_their_leases_have_ended() {
        assertThat(readBefore).as("it could be opened").anyMatch(read -> isErased(read) && read.opened());
        assertThat(readAfter).filteredOn(this::isErased).noneMatch(Read::opened);
        assertThat(readAfter)
                .filteredOn(this::isErased)
                .extracting(Read::status)
                .contains(423, 410);
    }

    @Test
    void nothing_of_theirs_is_acknowledged_or_sealed_once_they_are_suspended_and_their_leases_have_ended()
            throws Exception {
        assertThat(sealedWhenSuspended).isNotEmpty();
        assertThat(acknowledgedOf(erased, correctors.getFirst())).isEqualTo(acknowledgedWhenSuspended);
        assertThat(sealedWhenRemoved).isEqualTo(sealedWhenSuspended);
        var persons = Set.copyOf(erasedPersons);
        assertThat(StoredEvents.sealedFor(persons, stack)).as("all are pruned").isEmpty();
        var subjects = new HashSet<>(persons);
        erased.forEach(account -> subjects.add(account.fileId()));
        assertThat(PublishedEvents.of(subjects, "lethe.cases.v1", stack.port("KAFKA")))
                .filteredOn(event -> SealedValues.areIn(event.data().toString(), persons))
                .isNotEmpty()
                .extracting(PublishedEvents.Event::id)
                .isSubsetOf(sealedWhenSuspended);
    }

    @Test
    void no_key_of_their_files_is_left_and_a_dump_from_before_cannot_be_opened() throws Exception {
        for (var person : erasedPersons) {
            assertThat(KeyDump.of(person, stack).wrapped())
                    .extracting(row -> KeyId.parse(row.kid()).compartment().code())
                    .isSubsetOf(EVIDENCE);
        }
        for (var dump : dumps) {
            assertThat(dump.wrapped()).isNotEmpty();
            assertThat(dump.unwrappableWith(stack)).isFalse();
        }
    }

    @Test
    void a_document_that_was_being_fetched_was_cut_off() {
        assertThat(download.isBroken()).isTrue();
        assertThat(download.received()).isPositive().isLessThan(SIZE_OF_DOCUMENT);
    }

    @Test
    void of_the_others_all_that_was_acknowledged_is_there() {
        for (var account : spared) {
            var shown = Shown.of(account, stack);
            assertThat(shown.contacts().size() + shown.information().size())
                    .as("something was written")
                    .isPositive();
        }
        var corrector = correctors.getLast();
        assertThat(corrector.acknowledged()).isPositive();
        assertThat(corrector.shown()).isIn(corrector.possible());
        assertThat(readAfter)
                .as("they were read all the time")
                .anyMatch(read -> !isErased(read) && read.opened())
                .noneMatch(read -> !isErased(read) && List.of(404, 410, 423).contains(read.status()));
    }

    @Test
    void no_byte_of_clear_text_is_in_any_file_of_the_stack() {
        var known = erasedPersons.getFirst();
        var found = ClearTextSweep.filesWith(stack.state(), known, name, text, inDocument);
        assertThat(found.get(known)).as("the sweep finds what is there").isNotEmpty();
        assertThat(found.get(name)).isEmpty();
        assertThat(found.get(text)).isEmpty();
        assertThat(found.get(inDocument)).isEmpty();
    }

    // --- what happens ---

    private void writeDown() throws Exception {
        var writer = new RecordingClient(worker, text, today);
        for (var i = 0; i < ERASED + SPARED + 1; i++) {
            var person = created(worker.post("/api/cases/persons", Map.of("familyName", name)), "personId");
            var fileId =
                    created(worker.post("/api/cases/files", Map.of("personId", person, "unit", "centre")), "fileId");
            var account = new Account(fileId);
            await().atMost(SOON)
                    .until(() -> worker.get("/api/cases/files/" + fileId).status() == 200);
            if (i < ERASED) {
                writer.recordContact(account);
                erased.add(account);
                erasedPersons.add(person);
                dumps.add(KeyDump.of(person, stack));
            } else if (i < ERASED + SPARED) {
                spared.add(account);
            }
            if (i == 0 || i == ERASED + SPARED) {
                correctors.add(corrector(fileId));
            }
        }
        assertThat(dumps.getFirst().unwrappableWith(stack))
                .as("the dump can be opened")
                .isTrue();
        layDocument(erased.getFirst());
    }

    private CorrectingClient corrector(String fileId) {
        var contact = created(
                worker.post("/api/cases/files/" + fileId + "/contacts", Map.of("date", today, "text", text)),
                "contactId");
        return new CorrectingClient(worker, fileId, contact, today, text, text + "-corrigé");
    }

    private void layDocument(Account account) throws IOException {
        var picture =
                ByteBuffer.allocate(SIZE_OF_DOCUMENT).put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        var word = inDocument.getBytes(UTF_8);
        while (picture.remaining() >= word.length) {
            picture.put(word);
        }
        var path = "/api/cases/files/" + account.fileId() + "/contacts/"
                + account.contacts().values().iterator().next() + "/attachments";
        var headers = Map.of("Content-Type", "application/octet-stream", "Lethe-File-Name", "photo.png");
        document = path + "/" + created(worker.send("POST", path, headers, picture.array()), "attachmentId");
        try (var content = worker.stream(document)) {
            assertThat(content.readAllBytes()).as("it can be fetched whole").hasSize(SIZE_OF_DOCUMENT);
        }
    }

    private void prepare() {
        run = await().atMost(IN_A_WHILE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> ErasureRun.prepared(erasedPersons, stack), prepared -> prepared.erasable() == ERASED);
    }

    private void begin(PeopleAtWork people) {
        var sparedFiles = spared.stream().map(Account::fileId).toList();
        var words = Set.of(name, text);
        people.read(worker, erased.stream().map(Account::fileId).toList(), words);
        people.read(worker, sparedFiles, words);
        people.write(new RecordingClient(worker, text + "-e", today), erased);
        people.write(new RecordingClient(worker, text + "-s", today), spared);
        correctors.forEach(people::correct);
    }

    /** What is asked while it sleeps is answered when it wakes: after the suspension, and after the leases. */
    private void suspendWhileItSleeps(PeopleAtWork people) throws Exception {
        awaitReadsOf(200, people);
        download = new SlowDownload(worker.stream(document));
        Thread.ofVirtual().start(download);
        await().atMost(SOON).until(() -> download.received() > 0);
        var sleeping = new ArrayList<ProcessHandle>();
        people.between(() -> {
            sleeping.add(stack.freeze("case-service"));
            readBefore.addAll(people.takeReads());
            acknowledgedWhenSuspended.addAll(acknowledgedOf(erased, correctors.getFirst()));
            sealedWhenSuspended.addAll(StoredEvents.sealedFor(Set.copyOf(erasedPersons), stack));
        });
        assertThat(download.isOver()).as("it is still being fetched").isFalse();
        run.approve();
        await().atMost(SOON).until(() -> happened("PersonSuspended") == ERASED);
        Thread.sleep(PAST_THE_LEASE);
        stack.thaw(sleeping.getFirst());
        download.hurry();
        await().atMost(SOON_CUT_OFF).until(download::isOver);
        awaitReadsOf(423, people);
    }

    private void removeWhileItSleeps() throws InterruptedException {
        var sleeping = stack.freeze("case-service");
        run.resume();
        killAfter("RemovalCompleted");
        Thread.sleep(PAST_THE_LEASE);
        stack.thaw(sleeping);
    }

    private void chooseVictims() {
        var parts = new ArrayList<>(PARTS);
        Collections.shuffle(parts, Seed.of("ErasureUnderFaultsIT"));
        parts.forEach(part -> victims.add(new Victim(part, stack.process(part))));
    }

    private void killAfter(String step) {
        var victim = victims.removeFirst();
        await().atMost(IN_A_WHILE)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(() -> happened(step) > 0);
        System.out.printf("ErasureUnderFaultsIT: %s, kill %s%n", step, victim.part());
        assertThat(victim.process().destroyForcibly()).as("it was alive").isTrue();
        victim.process().onExit().join();
    }

    private void awaitAllParts() {
        await().atMost(IN_A_WHILE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> stack.lethe("status").exitCode(), code -> code == 0);
    }

    /** Until a file of who is erased was answered so, four times at least. */
    private void awaitReadsOf(int status, PeopleAtWork people) {
        var into = status == 200 ? readBefore : readAfter;
        await().atMost(SOON).until(() -> {
            into.addAll(people.takeReads());
            return into.stream()
                            .filter(read -> isErased(read) && read.status() == status)
                            .count()
                    >= 4;
        });
    }

    private long happened(String type) throws Exception {
        try (var database = stack.database("retention");
                var query = database.prepareStatement(
                        "select count(*) from domain_event where aggregate_identifier = ? and payload_type = ?")) {
            query.setString(1, run.id());
            query.setString(2, "lethe.retention." + type + ".v1");
            var found = query.executeQuery();
            found.next();
            return found.getLong(1);
        }
    }

    private boolean isErased(Read read) {
        return erased.stream().anyMatch(account -> account.fileId().equals(read.fileId()));
    }

    /** How much is known to be written: of each file, and by who corrects. */
    private static List<Integer> acknowledgedOf(List<Account> accounts, CorrectingClient corrector) {
        return Stream.concat(
                        accounts.stream()
                                .map(account -> account.contacts().size()
                                        + account.information().size()),
                        Stream.of(corrector.acknowledged()))
                .toList();
    }

    private static String created(Caller.Answer answer, String member) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.text(member);
    }
}
