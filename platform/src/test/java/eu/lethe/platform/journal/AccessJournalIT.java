package eu.lethe.platform.journal;

import static eu.lethe.platform.notebook.KafkaReader.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import eu.lethe.contracts.certificate.MerkleTree;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.embedded.TestInfrastructure;
import eu.lethe.platform.notebook.KafkaReader;
import eu.lethe.platform.notebook.Notebook;
import eu.lethe.platform.notebook.NotebookService;
import eu.lethe.platform.security.Caller;
import eu.lethe.platform.security.Role;
import eu.lethe.platform.time.BusinessClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who opened whose data is written down before they do, and nobody can change it unseen (assurance tests 21 and 22). */
class AccessJournalIT {

    private static final List<TemporalAmount> ADVANCES = new CopyOnWriteArrayList<>();

    private final UUID person = UUID.randomUUID();
    private final UUID file = UUID.randomUUID();
    private final Caller worker =
            new Caller(UUID.randomUUID().toString(), "Claire Morel", Set.of(Role.WORKER), "centre");

    private NotebookService service;
    private AccessJournal journal;

    @Configuration(proxyBeanMethods = false)
    static class MovableClock {

        @Bean
        BusinessClock businessClock() {
            return new BusinessClock(Clock.systemUTC(), ZoneId.of("Europe/Paris"), () -> ADVANCES);
        }
    }

    @BeforeEach
    void start() {
        ADVANCES.clear();
        service = NotebookService.start(TestInfrastructure.propertiesFor("case"), MovableClock.class);
        journal = service.bean(AccessJournal.class);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void an_opening_is_published_with_the_root_it_led_to() {
        journal.opened(worker, ofFile());

        try (var kafka = new KafkaReader(TestInfrastructure.bootstrapServers(), "lethe.access.v1")) {
            var message =
                    kafka.await(1, event -> file.toString().equals(event.key())).getFirst();
            assertThat(header(message, "ce_type")).isEqualTo("lethe.access.PersonalDataOpened.v1");
            assertThat(header(message, "ce_source")).isEqualTo("notebook-service");
            assertThat(message.value())
                    .contains("\"readerId\":\"" + worker.subject() + "\"")
                    .contains("\"root\":\"" + journal.head().root() + "\"");
        }
    }

    @Test
    void a_service_is_no_human_and_is_not_written_down() {
        journal.opened(new Caller("reporting-service", "reporting-service", Set.of(Role.SERVICE), null), ofFile());

        assertThat(journal.head().size()).isZero();
    }

    @Test
    void an_empty_list_was_no_reading() {
        journal.opened(worker, new Opening(List.of(), null, Set.of(Compartment.IDENTITY), "list", null));

        assertThat(journal.head().size()).isZero();
    }

    @Test
    void what_cannot_be_written_down_at_once_is_refused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> service.transaction().executeWithoutResult(_ -> journal.opened(worker, ofFile())));
    }

    @Test
    void reading_on_is_the_one_reading_that_was_written_down() {
        journal.opened(worker, ofFile());

        assertThat(journal.wentOn(worker, ofFile()).opening()).isEqualTo(ofFile());
        journal.wentOn(
                worker, new Opening(List.of(person), file, Set.of(Compartment.NARRATIVE), ofFile().reason(), null));

        assertThat(journal.head().size()).isEqualTo(1);
    }

    @Test
    void reading_on_is_written_down_unless_an_entry_tells_all_of_it() {
        journal.opened(worker, ofFile());
        var reason = ofFile().reason();
        var colleague = new Caller(UUID.randomUUID().toString(), "Yanis Belkacem", Set.of(Role.WORKER), "centre");

        journal.wentOn(colleague, ofFile());
        journal.wentOn(new Caller(worker.subject(), "Claire Morel", Set.of(Role.LEAD), "centre"), ofFile());
        journal.wentOn(new Caller(worker.subject(), "Claire Morel", Set.of(Role.WORKER), "north"), ofFile());
        journal.wentOn(worker, new Opening(List.of(person), file, Set.of(Compartment.HEALTH), reason, null));
        journal.wentOn(
                worker, new Opening(List.of(person, UUID.randomUUID()), file, ofFile().compartments(), reason, null));
        journal.wentOn(worker, new Opening(List.of(person), UUID.randomUUID(), ofFile().compartments(), reason, null));
        journal.wentOn(worker, new Opening(List.of(person), file, ofFile().compartments(), "print", null));
        journal.wentOn(worker, new Opening(List.of(person), file, ofFile().compartments(), reason, UUID.randomUUID()));

        assertThat(journal.head().size()).isEqualTo(9);
    }

    @Test
    void who_reads_on_after_a_quarter_of_an_hour_reads_again() {
        journal.opened(worker, ofFile());
        ADVANCES.add(Duration.ofMinutes(15));

        journal.wentOn(worker, ofFile());
        journal.wentOn(worker, ofFile());

        assertThat(journal.head().size()).isEqualTo(2);
    }

    @Test
    void who_read_about_a_person_is_shown_newest_first_with_the_lists_they_stood_in() {
        journal.opened(worker, ofFile());
        journal.opened(worker, ofOther());
        journal.opened(
                worker,
                new Opening(List.of(UUID.randomUUID(), person), null, Set.of(Compartment.IDENTITY), "list", null));

        var first = journal.about(List.of(file), List.of(person), 0, 1);
        var second = journal.about(List.of(file), List.of(person), 1, 1);

        assertThat(first.total()).isEqualTo(2);
        assertThat(first.items()).extracting(JournalEntry::reason).containsExactly("list");
        assertThat(second.items()).singleElement().satisfies(entry -> {
            assertThat(entry.readerId()).isEqualTo(UUID.fromString(worker.subject()));
            assertThat(entry.role()).isEqualTo("worker");
            assertThat(entry.unit()).isEqualTo("centre");
            assertThat(entry.compartments()).containsExactly(Compartment.IDENTITY, Compartment.NARRATIVE);
        });
    }

    @Test
    void every_entry_is_proven_against_every_head_since() {
        var heads = new ArrayList<JournalHead>();
        for (var i = 0; i < 21; i++) {
            journal.opened(worker, ofFile());
            heads.add(journal.head());
        }

        for (var head : heads) {
            for (var index = 0L; index < head.size(); index++) {
                assertProven(index, head);
            }
        }
        assertThat(journal.proofOf(21)).isEmpty();
        assertThat(journal.proofOf(3, 3)).isEmpty();
    }

    @Test
    void after_a_year_entries_and_their_events_go_and_older_heads_still_prove_newer_entries() {
        journal.opened(worker, ofFile());
        journal.opened(worker, ofFile());
        ADVANCES.add(Period.ofMonths(11));
        journal.opened(worker, ofFile());
        var older = journal.head();
        ADVANCES.add(Period.ofMonths(1));
        ADVANCES.add(Period.ofDays(1));
        journal.opened(worker, ofFile());
        eventsAreOlderThanTheGapTimeout();

        var dropped = service.bean(WhenEntriesAreOldThenDropThem.class).drop();

        assertThat(dropped).isEqualTo(2);
        assertThat(journal.head().firstKept()).isEqualTo(2);
        assertThat(journal.about(List.of(file), List.of(), 0, 50).items())
                .extracting(JournalEntry::index)
                .containsExactly(3L, 2L);
        assertThat(storedEvents()).isEqualTo(2);
        assertProven(2, older);
        assertProven(3, journal.head());
        assertThat(journal.proofOf(0).orElseThrow().entry()).isNull();
        assertThat(journal.check(List.of(older)).none()).isTrue();
    }

    @Test
    void an_entry_whose_event_is_young_stays_whatever_the_business_clock_says() {
        journal.opened(worker, ofFile());
        ADVANCES.add(Period.ofYears(2));

        assertThat(service.bean(WhenEntriesAreOldThenDropThem.class).drop()).isZero();
    }

    @Test
    void once_everything_is_old_the_journal_goes_on_where_it_was() {
        journal.opened(worker, ofFile());
        ADVANCES.add(Period.ofYears(2));
        eventsAreOlderThanTheGapTimeout();
        service.bean(WhenEntriesAreOldThenDropThem.class).drop();

        journal.opened(worker, ofFile());

        assertProven(1, journal.head());
        assertThat(journal.check(List.of()).none()).isTrue();
    }

    @Test
    void an_entry_that_was_removed_is_found() {
        journalOf(5);
        change("delete from access_entry where entry_index = 3");

        assertThat(journal.check(List.of())).isEqualTo(new JournalFlaws(List.of(3L), List.of(), List.of()));
    }

    @Test
    void an_entry_that_was_altered_is_found() {
        journalOf(5);
        change("update access_entry set reader_id = gen_random_uuid() where entry_index = 2");

        assertThat(journal.check(List.of())).isEqualTo(new JournalFlaws(List.of(), List.of(2L), List.of()));
    }

    @Test
    void who_alters_the_hash_too_is_found_by_the_head() {
        journalOf(5);
        change("delete from access_entry where entry_index = 4");
        change("update access_node set hash = sha256('else') where level = 0 and position = 4");

        assertThat(journal.check(List.of()).heads()).containsExactly(5L);
    }

    @Test
    void who_shortens_the_journal_with_its_head_is_found_by_a_head_kept_elsewhere() {
        journalOf(4);
        var earlier = journal.head();
        journalOf(1);
        var elsewhere = journal.head();
        change("delete from access_entry where entry_index = 4");
        change("delete from access_node where position = 4 and level = 0");
        change("update access_head set size = 4, peaks = (select hash from access_node where level = 2)");

        assertThat(journal.head()).isEqualTo(earlier);
        assertThat(journal.check(List.of(elsewhere)).heads()).containsExactly(5L);
    }

    @Test
    void who_shortens_the_journal_with_its_nodes_and_its_head_is_found_by_what_was_published() {
        journalOf(5);
        publishedIs(5);
        assertThat(journal.checkAgainstPublished().none()).isTrue();

        cutTheLastOfFive();

        assertThat(journal.check(List.of()).none()).isTrue();
        assertThat(journal.checkAgainstPublished().missing()).containsExactly(4L);
    }

    @Test
    void who_shortens_the_journal_is_found_also_once_it_has_grown_again() {
        journalOf(5);
        publishedIs(5);
        cutTheLastOfFive();
        journalOf(3);

        assertThat(journal.checkAgainstPublished().altered()).containsExactly(4L);
    }

    @Test
    void a_message_that_the_service_did_not_sign_says_nothing_about_its_journal() throws Exception {
        journalOf(1);
        publishedIs(1);
        publishForged(99);

        assertThat(journal.checkAgainstPublished().none()).isTrue();
    }

    private void cutTheLastOfFive() {
        change("delete from access_entry where entry_index = 4");
        change("delete from access_node where position = 4 and level = 0");
        change("update access_head set size = 4, peaks = (select hash from access_node where level = 2)");
    }

    private void publishedIs(int count) {
        try (var kafka = new KafkaReader(TestInfrastructure.bootstrapServers(), "lethe.access.v1")) {
            kafka.await(count, event -> file.toString().equals(event.key()));
        }
    }

    private static void publishForged(long index) throws Exception {
        var settings = Map.<String, Object>of("bootstrap.servers", TestInfrastructure.bootstrapServers());
        try (var producer = new org.apache.kafka.clients.producer.KafkaProducer<>(
                settings,
                new org.apache.kafka.common.serialization.StringSerializer(),
                new org.apache.kafka.common.serialization.StringSerializer())) {
            producer.send(new org.apache.kafka.clients.producer.ProducerRecord<>(
                            "lethe.access.v1",
                            "forged",
                            "{\"by\":\"notebook-service\",\"index\":" + index
                                    + ",\"leaf\":\"x\",\"root\":\"y\",\"signature\":\"abc.def\"}"))
                    .get();
        }
    }

    @Test
    void projections_and_aggregates_go_on_as_if_nobody_had_read() throws InterruptedException {
        var notebook = UUID.randomUUID();
        service.commands().sendAndWait(new Notebook.Open(notebook));
        journalOf(3);
        service.commands().sendAndWait(new Notebook.Write(notebook));

        service.awaitPages(notebook, 1);
        service.bean(eu.lethe.platform.eventstore.Replay.class).start("shelf");
        service.awaitPages(notebook, 1);
    }

    @Test
    void sixteen_readers_at_once_wait_little_and_lose_nothing() throws InterruptedException {
        journalOf(50);
        var waits = new CopyOnWriteArrayList<Long>();
        var began = System.nanoTime();
        var readers = new ArrayList<Thread>();
        for (var reader = 0; reader < 16; reader++) {
            readers.add(Thread.ofVirtual().start(() -> {
                for (var i = 0; i < 100; i++) {
                    var start = System.nanoTime();
                    journal.opened(worker, ofFile());
                    waits.add(System.nanoTime() - start);
                }
            }));
        }
        for (var reader : readers) {
            reader.join();
        }
        var sorted = waits.stream().sorted().toList();
        System.out.printf(
                "access journal, 16 threads: %.0f entries/s, p50 %.1f ms, p95 %.1f ms%n",
                waits.size() * 1e9 / (System.nanoTime() - began),
                sorted.get(sorted.size() / 2) / 1e6,
                sorted.get(sorted.size() * 95 / 100) / 1e6);

        assertThat(journal.head().size()).isEqualTo(1650);
        assertThat(journal.check(List.of()).none()).isTrue();
        assertThat(storedEvents()).isEqualTo(1650);
        assertThat(Duration.ofNanos(sorted.get(sorted.size() * 95 / 100))).isLessThan(Duration.ofMillis(250));
    }

    private Opening ofFile() {
        return new Opening(List.of(person), file, Set.of(Compartment.NARRATIVE, Compartment.IDENTITY), "file", null);
    }

    private static Opening ofOther() {
        return new Opening(List.of(UUID.randomUUID()), UUID.randomUUID(), Set.of(Compartment.IDENTITY), "file", null);
    }

    private void journalOf(int entries) {
        for (var i = 0; i < entries; i++) {
            journal.opened(worker, ofFile());
        }
    }

    private void assertProven(long index, JournalHead head) {
        var proof = journal.proofOf(index, head.size()).orElseThrow();
        assertThat(proof.root()).isEqualTo(head.root());
        assertThat(proof.entry()).isNotNull();
        assertThat(MerkleTree.includes(
                        bytes(head.root()),
                        head.size(),
                        index,
                        MerkleTree.leafHash(String.valueOf(proof.entry()).getBytes(UTF_8)),
                        proof.path().stream().map(AccessJournalIT::bytes).toList()))
                .as("entry %d in the journal of %d", index, head.size())
                .isTrue();
    }

    private static byte[] bytes(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }

    private long storedEvents() {
        return service.database()
                .sql("select count(*) from domain_event where payload_type like 'lethe.access.%'")
                .query(Long.class)
                .single();
    }

    private void eventsAreOlderThanTheGapTimeout() {
        change("update domain_event set recorded_at = recorded_at - interval '61 s'");
    }

    private void change(String sql) {
        service.database().sql(sql).update();
    }
}
