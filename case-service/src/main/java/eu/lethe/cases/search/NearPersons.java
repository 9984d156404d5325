package eu.lethe.cases.search;

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
 * wrong way round, by a name that is near; or by the very name, where the day of birth of one of them is not known.
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

    private NearPersons() {}

    static List<Way> ways(Identity identity, String unit) {
        var name = Stream.concat(Stream.of(identity.familyName()), Stream.ofNullable(identity.givenName()))
                .collect(Collectors.joining(" "));
        var namesake = new Way(namesake(name, unit, identity.birthDate() != null), unit, "");
        return identity.birthDate() == null
                ? List.of(namesake)
                : List.of(new Way(bornOn(identity.birthDate(), unit), unit, name), namesake);
    }

    private static Query bornOn(LocalDate day, String unit) {
        return within(unit).add(bornOn(day), Occur.FILTER).build();
    }

    /** Whoever was born on the day, in whichever unit. */
    static Query bornOn(LocalDate day) {
        var days = new BooleanQuery.Builder();
        Stream.concat(Stream.of(day), turned(day).stream())
                .distinct()
                .forEach(either -> days.add(is(NameDocument.BIRTH_DATE, either.toString()), Occur.SHOULD));
        return days.build();
    }

    /** The day with day and month the wrong way round, if there is one. */
    static Optional<LocalDate> turned(LocalDate day) {
        return day.getDayOfMonth() > 12
                ? Optional.empty()
                : Optional.of(LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue()));
    }

    private static Query namesake(String name, String unit, boolean birthIsKnown) {
        return within(unit)
                .add(called(NameWords.of(name), birthIsKnown), Occur.FILTER)
                .build();
    }

    /**
     * Whoever is called by the very words, in whichever unit.
     *
     * @param birthIsKnown whether theirs then must not be
     */
    static Query called(List<String> words, boolean birthIsKnown) {
        var same = new BooleanQuery.Builder()
                .add(is(NameDocument.WORDS, Integer.toString(NameWords.weight(words))), Occur.FILTER);
        for (var word : words) {
            same.add(
                    new BooleanQuery.Builder()
                            .add(is(NameDocument.WORD, word), Occur.SHOULD)
                            .add(is(NameDocument.OTHER_WORD, word), Occur.SHOULD)
                            .build(),
                    Occur.FILTER);
        }
        if (birthIsKnown) {
            same.add(is(NameDocument.BIRTH_YEAR, NameDocument.UNKNOWN), Occur.FILTER);
        }
        return same.build();
    }

    private static BooleanQuery.Builder within(String unit) {
        return new BooleanQuery.Builder().add(is(NameDocument.UNIT, unit), Occur.FILTER);
    }

    private static Query is(String field, String text) {
        return new TermQuery(new Term(field, text));
    }
}
