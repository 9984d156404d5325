package eu.lethe.cases.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PiecesTest {

    private static final UUID READER = new UUID(1, 1);
    private static final Comparator<Reading> NEWEST_FIRST =
            Comparator.comparing(Reading::at).reversed();

    @ParameterizedTest
    @CsvSource({"0,0", "1,0", "0,1", "499,3", "500,500", "1700,1", "3,1200", "1000,999"})
    void two_lists_become_one_newest_first_and_nothing_is_left_out(int countHere, int countThere) {
        var here = readings(countHere, 2);
        var there = readings(countThere, 3);

        var together = all(new Pieces(of(here)), new Pieces(of(there)));

        assertThat(together)
                .containsExactlyElementsOf(Stream.concat(here.stream(), there.stream())
                        .sorted(NEWEST_FIRST)
                        .toList());
    }

    @Test
    void no_piece_is_asked_for_before_it_is_needed_nor_twice() {
        var asked = new ArrayList<Integer>();
        var here = new Pieces(number -> {
            asked.add(number);
            return piece(readings(2_000, 1), number);
        });
        var there = new Pieces(_ -> List.of());

        assertThat(Pieces.merged(here, there, NEWEST_FIRST).limit(600)).hasSize(600);

        assertThat(asked).containsExactly(0, 1);
    }

    private static List<Reading> all(Pieces here, Pieces there) {
        return Pieces.merged(here, there, NEWEST_FIRST).toList();
    }

    private static IntFunction<List<Reading>> of(List<Reading> whole) {
        return number -> piece(whole, number);
    }

    private static List<Reading> piece(List<Reading> whole, int number) {
        return whole.stream()
                .skip((long) number * Pieces.LENGTH)
                .limit(Pieces.LENGTH)
                .toList();
    }

    /** Newest first, so many seconds apart. */
    private static List<Reading> readings(int count, int apart) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Reading(
                        Instant.EPOCH.minusSeconds((long) number * apart),
                        READER,
                        "worker",
                        null,
                        List.of(),
                        "file",
                        null))
                .toList();
    }
}
