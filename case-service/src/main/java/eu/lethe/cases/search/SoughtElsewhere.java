package eu.lethe.cases.search;

import eu.lethe.contracts.events.cases.Identity;
import eu.lethe.platform.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.springframework.http.HttpStatus;

/**
 * Understands whom somebody means who is not of their unit. It has to be said in full: a beginning, a sound alone or a date
 * alone meets nobody, so that who lives where is not found out by trying. By a day of birth the names may be spelt otherwise;
 * without one, also with the year alone, they are the very names.
 */
final class SoughtElsewhere {

    private static final int FEWEST_NAMES = 2;
    private static final int SHORTEST = 2;
    private static final int MOST_RUN_TOGETHER = 4;

    private final TypedName typed;

    private SoughtElsewhere(TypedName typed) {
        this.typed = typed;
    }

    /**
     * Understands a text.
     *
     * @throws Problem 422 {@code no-name-to-look-for} when it names nobody in particular
     */
    static SoughtElsewhere of(String text) {
        var typed = TypedName.of(text);
        var names =
                typed.words().stream().filter(SoughtElsewhere::tells).distinct().count();
        if (names < FEWEST_NAMES) {
            throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "no-name-to-look-for");
        }
        return new SoughtElsewhere(typed);
    }

    /** Who it may be, in whichever unit. */
    Optional<Query> query(UnaryOperator<Query> prepared) {
        var ways = new BooleanQuery.Builder();
        typed.birthDates()
                .forEach(day -> ways.add(
                        new BooleanQuery.Builder()
                                .add(NearPersons.bornOn(day), Occur.FILTER)
                                .add(NameQuery.inFull(typed, prepared), Occur.MUST)
                                .build(),
                        Occur.SHOULD));
        return Optional.of(ways.add(NearPersons.called(typed.words(), namesakesBirths()), Occur.SHOULD)
                .build());
    }

    /** When a namesake may have been born: no day that is known is another than the one that was typed. */
    private List<Query> namesakesBirths() {
        return typed.saysBirth()
                ? Stream.of(
                                typed.birthDates().stream().map(day -> NearPersons.bornInNoMoreThan(day.getYear())),
                                typed.birthYears().stream().map(NearPersons::bornIn),
                                Stream.of(NearPersons.UNKNOWN_BIRTH))
                        .flatMap(births -> births)
                        .toList()
                : List.of();
    }

    /**
     * Whether the person was named in full. With their day of birth two words of their names were meant at least: whoever writes
     * one of them twice, spelt otherwise or in two parts, has said one. Without it their whole name was written.
     */
    boolean names(Identity identity) {
        return isWrittenInFull(identity) || (isBornThen(identity) && meansTwoNamesOf(identity));
    }

    /** The given name, if there is one, and the name or one that they had or go by; each word as it is. */
    private boolean isWrittenInFull(Identity identity) {
        return Stream.ofNullable(identity.givenName()).allMatch(this::isWritten)
                && familyNames(identity).anyMatch(this::isWritten);
    }

    /** The name, and those that they go by or had. */
    private static Stream<String> familyNames(Identity identity) {
        return Stream.of(
                        Stream.of(identity.familyName()), identity.aliases().stream(), identity.earlierNames().stream())
                .flatMap(names -> names);
    }

    /** Each word that tells of somebody; all of them in a name that has no such word. */
    private boolean isWritten(String name) {
        var words = NameWords.of(name);
        var telling = words.stream().filter(SoughtElsewhere::tells).toList();
        return (telling.isEmpty() ? words : telling)
                .stream().allMatch(word -> written().anyMatch(written -> WordsAlike.areTheSame(written, word)));
    }

    private boolean isBornThen(Identity identity) {
        var birthDate = identity.birthDate();
        return birthDate != null
                && typed.birthDates().stream()
                        .flatMap(day -> Stream.concat(Stream.of(day), NearPersons.turned(day).stream()))
                        .anyMatch(birthDate::equals);
    }

    private boolean meansTwoNamesOf(Identity identity) {
        var meant = new ArrayList<String>();
        Stream.concat(Stream.ofNullable(identity.givenName()), familyNames(identity))
                .map(NameWords::of)
                .flatMap(this::meantOf)
                .filter(SoughtElsewhere::tells)
                .filter(word -> meant.stream().noneMatch(one -> WordsAlike.are(one, word)))
                .forEach(meant::add);
        return meant.size() >= FEWEST_NAMES;
    }

    /** Those of the words of a name that were meant, each by itself or as one with those beside it. */
    private Stream<String> meantOf(List<String> name) {
        return IntStream.range(0, name.size())
                .boxed()
                .flatMap(from -> IntStream.rangeClosed(from + 1, Math.min(name.size(), from + MOST_RUN_TOGETHER))
                        .mapToObj(to -> name.subList(from, to)))
                .filter(words -> isMeant(String.join("", words)))
                .flatMap(List::stream);
    }

    private boolean isMeant(String word) {
        return written().anyMatch(written -> WordsAlike.are(written, word));
    }

    /** The words that were typed, each by itself and as one with those beside it. */
    private Stream<String> written() {
        return Stream.concat(typed.words().stream(), NameWords.runTogether(typed.words()).stream());
    }

    /** Whether a word tells of somebody in particular. */
    private static boolean tells(String word) {
        return word.length() >= SHORTEST && !NameWords.isParticle(word) && !NameWords.isTitle(word);
    }

    @Override
    public String toString() {
        return "SoughtElsewhere[…]";
    }
}
