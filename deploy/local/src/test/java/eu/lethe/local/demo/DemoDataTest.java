package eu.lethe.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loading the demo data through the API. */
class DemoDataTest {

    @TempDir
    Path state;

    private final StubAgency agency = new StubAgency();
    private final List<String> said = new CopyOnWriteArrayList<>();

    @Test
    void what_is_loaded_is_not_loaded_again() {
        load();
        var before = agency.tokens.size();

        load();

        assertThat(agency.tokens).hasSize(before);
    }

    @Test
    void a_load_that_broke_off_continues_and_writes_nothing_twice() {
        agency.fallsSilentAfter(700);
        assertThatThrownBy(this::load).isInstanceOf(DemoDataNotLoaded.class).hasMessageContaining("continues");
        agency.speaksAgain();

        load();

        assertThat(agency.persons).hasSize(DemoData.PERSONS + partners());
        assertThat(agency.personOfFile).hasSize(DemoData.PERSONS);
        assertThat(agency.contacts()).hasSize(planned());
        assertThat(agency.records)
                .allSatisfy((_, written) -> assertThat(written).hasSize(1));
    }

    @Test
    void an_answer_lost_on_the_way_is_no_reason_to_write_twice() throws InterruptedException {
        agency.fallsSilentAfter(300);
        var back = Thread.ofVirtual().start(() -> {
            while (agency.contacts().size() < 200) {
                Thread.onSpinWait();
            }
            agency.speaksAgain();
        });

        load();
        back.join();

        assertThat(agency.persons).hasSize(DemoData.PERSONS + partners());
        assertThat(agency.contacts()).hasSize(planned());
    }

    @Test
    void a_line_cut_off_by_a_crash_does_not_count() throws IOException {
        load();
        var journal = state.resolve("demo-data.journal");
        var lines = new ArrayList<>(Files.readAllLines(journal));
        Files.writeString(journal, String.join("\n", lines.subList(0, 500)) + "\nperson-2");

        load();

        assertThat(Files.readAllLines(journal)).contains("complete 1").doesNotContain("person-2");
        assertThat(agency.contacts()).hasSize(planned());
    }

    /** What one whole load leaves behind. */
    @Nested
    class Loaded {

        static final StubAgency AGENCY = new StubAgency();
        static final List<String> SAID = new CopyOnWriteArrayList<>();

        @TempDir
        static Path whole;

        @BeforeAll
        static void once() {
            load(AGENCY, whole, SAID);
        }

        @Test
        void three_hundred_persons_with_their_contacts_are_written() {
            assertThat(AGENCY.persons).hasSize(DemoData.PERSONS + partners());
            assertThat(AGENCY.contacts()).hasSizeBetween(2_500, 3_500);
        }

        @Test
        void a_file_is_opened_on_the_day_of_its_first_contact() {
            assertThat(AGENCY.openedOn).allSatisfy((file, day) -> {
                var person = AGENCY.person(AGENCY.personOfFile.getOrDefault(file, ""));
                assertThat(person.contacts().stream()
                                .map(contact -> contact.get("date").asString())
                                .min(Comparator.naturalOrder()))
                        .hasValue(day);
            });
        }

        @Test
        void the_islands_still_work_on_paper() {
            assertThat(new HashSet<>(AGENCY.unitOfFile.values())).containsExactlyInAnyOrder("centre", "north", "south");
        }

        @Test
        void each_unit_s_worker_writes_its_own_files() {
            assertThat(new HashSet<>(AGENCY.tokens))
                    .containsExactlyInAnyOrder("Bearer of-worker", "Bearer of-worker-north", "Bearer of-worker-south");
        }

        @Test
        void some_consents_are_granted_and_a_few_withdrawn() {
            assertThat(AGENCY.persons.values().stream()
                            .mapToInt(it -> it.purposes().size())
                            .sum())
                    .isBetween(90, 220);
            assertThat(AGENCY.withdrawals.get()).isBetween(3, 10);
        }

        @Test
        void some_files_hold_more_than_contacts() {
            assertThat(recordsOf("third-party")).isBetween(8L, 25L);
            assertThat(recordsOf("assessments")).isBetween(10L, 35L);
            assertThat(recordsOf("referrals")).isBetween(8L, 30L);
            assertThat(recordsOf("members")).isEqualTo(partners());
        }

        private static long recordsOf(String kind) {
            return AGENCY.records.keySet().stream()
                    .filter(path -> path.endsWith("/" + kind))
                    .count();
        }

        @Test
        void progress_is_told_and_ends_with_the_whole() {
            assertThat(SAID.getLast()).startsWith("Demo data: 300 of 300 persons");
        }

        @Test
        void the_journal_holds_no_name() throws IOException {
            var journal = Files.readString(whole.resolve("demo-data.journal"));
            assertThat(AGENCY.persons.values())
                    .allSatisfy(it -> assertThat(journal)
                            .doesNotContain(it.identity().get("familyName").asString()));
        }
    }

    private void load() {
        load(agency, state, said);
    }

    private static void load(StubAgency agency, Path state, List<String> said) {
        new DemoData(
                        agency.address(),
                        account -> "of-" + account,
                        state.resolve("demo-data.journal"),
                        said::add,
                        Duration.ofMillis(2))
                .load();
    }

    private static int partners() {
        return (int) CastTest.everybody().stream()
                .filter(it -> it.episodes().partner() != null)
                .count();
    }

    private static int planned() {
        return CastTest.everybody().stream()
                .mapToInt(it -> it.contacts().size())
                .sum();
    }
}
