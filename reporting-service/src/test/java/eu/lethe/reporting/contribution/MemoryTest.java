package eu.lethe.reporting.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.reporting.contribution.Memory.Change;
import eu.lethe.reporting.contribution.Memory.Held;
import eu.lethe.reporting.grid.Measure;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a person added is remembered contact by contact, and only what is concerned is looked at. */
class MemoryTest {

    private static final Contribution MET = new Contribution(2026, "centre", Measure.PERSONS, null);
    private static final Contribution HOUSED = new Contribution(2026, "centre", Measure.PROBLEMS, "housing");
    private static final Contribution MET_NEXT_YEAR = new Contribution(2027, "centre", Measure.PERSONS, null);

    private static final UUID FIRST = UUID.randomUUID();
    private static final UUID SECOND = UUID.randomUUID();

    private final Map<UUID, Piece> stored = new HashMap<>();
    private final List<String> read = new ArrayList<>();

    @Test
    void somebody_met_for_the_first_time_adds_all_there_is() {
        var memory = memory();

        memory.enter(part(FIRST, MET, HOUSED));

        assertThat(memory.gained()).containsExactlyInAnyOrder(MET, HOUSED);
        assertThat(memory.lost()).isEmpty();
    }

    @Test
    void somebody_met_again_adds_what_is_new() {
        remember(part(FIRST, MET));
        var memory = memory();

        memory.enter(part(SECOND, MET, HOUSED));

        assertThat(memory.gained()).containsExactly(HOUSED);
    }

    @Test
    void a_person_counts_anew_in_each_year() {
        remember(part(FIRST, MET));
        var memory = memory();

        memory.enter(part(SECOND, MET_NEXT_YEAR));

        assertThat(memory.gained()).containsExactly(MET_NEXT_YEAR);
        assertThat(memory.lost()).isEmpty();
    }

    @Test
    void what_another_contact_supports_stays_when_one_is_taken_back() {
        remember(part(FIRST, MET), part(SECOND, MET, HOUSED));
        var memory = memory();

        assertThat(memory.takeBack(SECOND)).isTrue();

        assertThat(memory.lost()).containsExactly(HOUSED);
    }

    @Test
    void what_a_contact_says_now_takes_the_place_of_what_it_said() {
        remember(part(FIRST, MET, HOUSED));
        var memory = memory();

        assertThat(memory.enter(part(FIRST, MET_NEXT_YEAR))).isTrue();

        assertThat(memory.gained()).containsExactly(MET_NEXT_YEAR);
        assertThat(memory.lost()).containsExactlyInAnyOrder(MET, HOUSED);
    }

    @Test
    void what_is_known_changes_nothing() {
        remember(part(FIRST, MET, HOUSED));
        var memory = memory();

        assertThat(memory.enter(part(FIRST, MET, HOUSED))).isFalse();

        assertThat(memory.isChanged()).isFalse();
    }

    @Test
    void what_comes_and_goes_before_it_is_written_is_not_written() {
        var memory = memory();

        memory.enter(part(FIRST, MET));
        memory.takeBack(FIRST);

        assertThat(memory.isChanged()).isFalse();
        assertThat(memory.gained()).isEmpty();
    }

    @Test
    void nothing_is_left_behind_when_the_only_contact_is_taken_back() {
        remember(part(FIRST, MET));
        var memory = memory();

        memory.takeBack(FIRST);

        assertThat(memory.changes())
                .hasSize(2)
                .allMatch(change -> change.after().isEmpty());
    }

    @Test
    void one_more_contact_looks_at_itself_and_its_year_however_many_there_are() {
        remember(part(FIRST, MET), part(UUID.randomUUID(), MET), part(UUID.randomUUID(), MET_NEXT_YEAR));

        memory().enter(part(SECOND, MET, HOUSED));

        assertThat(read).containsExactlyInAnyOrder(Piece.ofContact(SECOND), Piece.ofYear(2026));
    }

    @Test
    void of_whom_nothing_is_stored_nothing_is_looked_for_to_be_taken_back() {
        var memory = memory();

        assertThat(memory.takeBack(FIRST)).isFalse();

        assertThat(read).isEmpty();
    }

    @Test
    void what_was_sealed_as_a_whole_is_in_the_figures_already_and_is_kept_in_pieces() {
        var memory = memory();

        memory.carryOver(new ContributionSet(List.of(part(FIRST, MET, HOUSED), part(SECOND, MET))));

        assertThat(memory.gained()).isEmpty();
        assertThat(memory.lost()).isEmpty();
        assertThat(memory.changes().stream().map(Change::place))
                .containsExactlyInAnyOrder(
                        place(Piece.ofContact(FIRST)), place(Piece.ofContact(SECOND)), place(Piece.ofYear(2026)));
    }

    @Test
    void what_was_sealed_as_a_whole_can_be_taken_back() {
        var memory = memory();
        memory.carryOver(new ContributionSet(List.of(part(FIRST, MET, HOUSED), part(SECOND, MET))));

        memory.takeBack(FIRST);

        assertThat(memory.lost()).containsExactly(HOUSED);
    }

    /** As it would be read. */
    private Memory memory() {
        return new Memory(
                name -> {
                    read.add(name);
                    return new Held(place(name), Optional.ofNullable(stored.get(place(name))));
                },
                !stored.isEmpty());
    }

    private void remember(Part... parts) {
        var memory = memory();
        for (var part : parts) {
            memory.enter(part);
        }
        memory.changes().forEach(change -> change.after().ifPresent(piece -> stored.put(change.place(), piece)));
        read.clear();
    }

    private static UUID place(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static Part part(UUID contact, Contribution... contributions) {
        return new Part(contact, List.of(contributions), List.of());
    }
}
