package eu.lethe.cases.journal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Understands a list of readings, the unexpected first and then the newest, of which only a piece is held at a time, however far into it one looks. */
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

    /** Two lists as one, each in this order. */
    static Stream<Reading> merged(Pieces one, Pieces other, Comparator<Reading> order) {
        return Stream.iterate(next(one, other, order), Optional::isPresent, _ -> next(one, other, order))
                .flatMap(Optional::stream);
    }

    private static Optional<Reading> next(Pieces one, Pieces other, Comparator<Reading> order) {
        var first = one.front();
        var second = other.front();
        if (first == null || (second != null && order.compare(second, first) < 0)) {
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
