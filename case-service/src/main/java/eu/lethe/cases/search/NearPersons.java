package eu.lethe.cases.search;

import eu.lethe.cases.person.Birth;
import eu.lethe.contracts.events.cases.Identity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Understands who may be the same person as one who is about to be registered: born on that day, be it with day and month the
 * wrong way round, or in that year where one of them is known by the year alone, by a name that is near; or by the very name,
 * where of one of them not even the year is known.
 */
final class NearPersons {

    /**
     * One way to be near.
     *
     * @param first what has to be so, and is quickly told
     * @param name what is typed to find the name; empty when the first says all
     */
    record Way(Query first, String unit, String name) {

        /** Who is near, given that the first is so of anybody. */
        Optional<Query> then(UnaryOperator<Query> prepared) {
            return name.isEmpty()
                    ? Optional.of(first)
                    : NameQuery.of(name, unit, prepared)
                            .map(named -> new BooleanQuery.Builder()
                                    .add(first, Occur.FILTER)
                                    .add(named, Occur.MUST)
                                    .build());
        }

        @Override
        public String toString() {
            return "Way[…]";
        }
    }

    /** Of whom not even a year is known. */
    static final Query UNKNOWN_BIRTH = is(NameDocument.BIRTH_YEAR, NameDocument.UNKNOWN);

    private NearPersons() {}

    static List<Way> ways(Identity identity, String unit) {
        var name = Stream.concat(Stream.of(identity.familyName()), Stream.ofNullable(identity.givenName()))
                .collect(Collectors.joining(" "));
        var words = NameWords.of(name);
        return Birth.of(identity)
                .map(born -> Stream.concat(
                                bornThen(born).map(then -> new Way(within(unit, then), unit, name)),
                                Stream.of(new Way(within(unit, called(words, List.of(UNKNOWN_BIRTH))), unit, "")))
                        .toList())
                .orElseGet(() -> List.of(new Way(within(unit, called(words, List.of())), unit, "")));
    }

    /** Whoever may have been born then, for all that is known of both: the surer first. */
    private static Stream<Query> bornThen(Birth born) {
        return switch (born) {
            case Birth.OnDay(var day) -> Stream.of(bornOn(day), bornInNoMoreThan(day.getYear()));
            case Birth.InYear(var year) -> Stream.of(bornIn(year));
        };
    }

    /** Whoever was born on the day, in whichever unit. */
    static Query bornOn(LocalDate day) {
        return anyOf(Stream.concat(Stream.of(day), turned(day).stream())
                .distinct()
                .map(either -> is(NameDocument.BIRTH, either.toString()))
                .toList());
    }

    /** Whoever was born in the year, be the day known or not. */
    static Query bornIn(int year) {
        return is(NameDocument.BIRTH_YEAR, Integer.toString(year));
    }

    /** Whoever is known to have been born in the year, and no more. */
    static Query bornInNoMoreThan(int year) {
        return is(NameDocument.BIRTH, Integer.toString(year));
    }

    /** The day with day and month the wrong way round, if there is one. */
    static Optional<LocalDate> turned(LocalDate day) {
        return day.getDayOfMonth() > 12
                ? Optional.empty()
                : Optional.of(LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue()));
    }

    /**
     * Whoever is called by the very words, in whichever unit.
     *
     * @param births one of which is theirs; none where it does not matter
     */
    static Query called(List<String> words, List<Query> births) {
        var same = new BooleanQuery.Builder()
                .add(is(NameDocument.WORDS, Integer.toString(NameWords.weight(words))), Occur.FILTER);
        for (var word : words) {
            same.add(anyOf(List.of(is(NameDocument.WORD, word), is(NameDocument.OTHER_WORD, word))), Occur.FILTER);
        }
        if (!births.isEmpty()) {
            same.add(anyOf(births), Occur.FILTER);
        }
        return same.build();
    }

    private static Query within(String unit, Query who) {
        return new BooleanQuery.Builder()
                .add(is(NameDocument.UNIT, unit), Occur.FILTER)
                .add(who, Occur.FILTER)
                .build();
    }

    private static Query anyOf(List<Query> ways) {
        var any = new BooleanQuery.Builder();
        ways.forEach(way -> any.add(way, Occur.SHOULD));
        return any.build();
    }

    private static Query is(String field, String text) {
        return new TermQuery(new Term(field, text));
    }
}
