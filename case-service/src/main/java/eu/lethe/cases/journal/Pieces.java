package eu.lethe.cases.journal;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Understands a list of readings, newest first, of which only a piece is held at a time, however far into it one looks. */
final class Pieces {

    static final int LENGTH = 500;

    private final IntFunction<List<Reading>> pieces;
    private List<Reading> piece = List.of();
    private int number;
    private int at;
    private boolean ended;

    /** @param pieces by number from 0; the last is shorter than the others */
    Pieces(IntFunction<List<Reading>> pieces) {
        this.pieces = pieces;
    }

    /** Two lists as one. */
    static Stream<Reading> newestFirst(Pieces one, Pieces other) {
        return Stream.iterate(newest(one, other), Optional::isPresent, _ -> newest(one, other))
                .flatMap(Optional::stream);
    }

    private static Optional<Reading> newest(Pieces one, Pieces other) {
        var first = one.front();
        var second = other.front();
        if (first == null || (second != null && second.at().isAfter(first.at()))) {
            other.at++;
            return Optional.ofNullable(second);
        }
        one.at++;
        return Optional.of(first);
    }

    private @Nullable Reading front() {
        if (at >= piece.size() && !ended) {
            piece = pieces.apply(number);
            number++;
            at = 0;
            ended = piece.size() < LENGTH;
        }
        return at < piece.size() ? piece.get(at) : null;
    }
}
