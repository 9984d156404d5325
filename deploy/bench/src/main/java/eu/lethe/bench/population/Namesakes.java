package eu.lethe.bench.population;

import eu.lethe.bench.population.Remembered.Known;
import eu.lethe.contracts.events.cases.Identity;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Understands whom else it fits, what somebody still knows of a name before fingers and ears spoil it. Whoever knows no more
 * than that a Marie Martin is meant has to be shown some of all Marie Martins, and no search puts each of them in the first
 * five. It looks at names alone, not at what a search makes of them.
 */
public final class Namesakes {

    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern NO_LETTERS = Pattern.compile("\\P{L}+");

    private record Bearer(Inhabitant who, List<String> words, List<String> names, List<String> earlierNames) {}

    private final List<Bearer> bearers;

    /** Of a population. */
    public Namesakes(List<Inhabitant> population) {
        bearers = population.stream().map(Namesakes::bearer).toList();
    }

    /** Whether it fits so many, who is meant among them. */
    public boolean fewerThan(int many, Remembered name) {
        return bearers.stream()
                        .filter(bearer -> fits(bearer, name.known()))
                        .limit(many)
                        .count()
                < many;
    }

    /** Who has more words in their name than are known is another: Pierre Martin-Duval for Pierre Martin. */
    private static boolean fits(Bearer bearer, Known known) {
        return sameYear(bearer.who().identity(), known.year())
                && switch (known) {
                    case Known.Name name ->
                        bearer.names().contains(key(name.words()))
                                || bearer.names().contains(asOne(name.words()));
                    case Known.Born born ->
                        born.day().equals(bearer.who().identity().birthDate())
                                && bearer.words().containsAll(born.words());
                    case Known.EarlierName name ->
                        bearer.names().contains(key(name.words()))
                                || bearer.earlierNames().contains(key(name.words()));
                    case Known.Parts parts ->
                        parts.whole().stream().allMatch(bearer.words()::contains)
                                && parts.begun().stream()
                                        .allMatch(begun ->
                                                bearer.words().stream().anyMatch(word -> word.startsWith(begun)));
                };
    }

    private static boolean sameYear(Identity who, @Nullable Integer year) {
        return year == null || (who.birthDate() != null && who.birthDate().getYear() == year);
    }

    private static Bearer bearer(Inhabitant who) {
        var identity = who.identity();
        var given = Stream.ofNullable(identity.givenName()).toList();
        var words = words(Stream.concat(Stream.of(identity.familyName()), given.stream()));
        return new Bearer(
                who,
                words,
                names(words, words(Stream.of(who.otherwise()))),
                identity.earlierNames().stream()
                        .map(name -> key(words(Stream.concat(Stream.of(name), given.stream()))))
                        .toList());
    }

    /** The name and how others write it, and each as one word. */
    private static List<String> names(List<String> words, List<String> otherwise) {
        return Stream.of(words, otherwise)
                .filter(name -> !name.isEmpty())
                .flatMap(name -> Stream.of(key(name), asOne(name)))
                .toList();
    }

    private static String asOne(List<String> words) {
        return String.join("", words);
    }

    /** The same for the same words in any order. */
    private static String key(List<String> words) {
        return words.stream().sorted().collect(Collectors.joining(" "));
    }

    static List<String> words(Stream<String> names) {
        return names.map(Namesakes::folded)
                .flatMap(NO_LETTERS::splitAsStream)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    static String folded(String name) {
        return MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
