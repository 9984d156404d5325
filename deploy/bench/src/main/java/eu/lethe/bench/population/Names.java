package eu.lethe.bench.population;

import eu.lethe.bench.population.Inhabitant.Spelling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Understands how names are spread in France: a third of the people share a few hundred family names, the commonest far
 * more often than the last, and two thirds have one that hardly anybody else has; given names are fewer.
 */
final class Names {

    private static final double COMMON = 0.35;
    private static final double WITH_TWO_FAMILY_NAMES = 0.06;
    private static final List<String> BEGINNINGS = List.of(
            ("Bar Bel Ber Bou Bran Bru Cas Chal Char Chat Clair Cour Dau Del Dor Fal Far Gal Gar Gou Gran Hau Jou Lam Lan "
                            + "Mal Mar Mau Mon Mor Pel Per Pou Rai Ren Rou Sau Sou Tal Tar Tou Val Ver Vil Guil Quin Thé Phi")
                    .split(" "));
    private static final List<String> MIDDLES =
            List.of(" bo di do gue la le li lo mi ni no pi ri ro ta te ti to va ve ché".split(" "));
    private static final List<String> ENDINGS =
            List.of("lard naud rault reau nel bert zet nier lieu din mon lot doux nac raz villon nette ville mont court"
                    .split(" "));

    private static final double WITH_PARTICLE = 0.05;
    private static final double OF_A_SAINT = 0.01;
    private static final double OF_ANOTHER_SCRIPT = 0.006;
    private static final List<String> PARTICLES =
            List.of("De La|Ben|El|Le|La|Van Den|Van|Da|Di|Du|Abou|Ould|Dos|Bou|Mac".split("\\|"));
    private static final List<String> PLACES = List.of(
            ("Martin Aubin Germain Hilaire Gelais Amand Cyr Jean Pierre Paul Denis Étienne Léger Marc Michel Omer "
                            + "Maur Rémy Sauveur Sernin Ursanne Valéry Vincent Yrieix")
                    .split(" "));

    /** What somebody is called, and how else it is written. */
    record Called(String family, String given, Spelling spelling, String otherwise) {}

    private final List<String> family =
            words("family").stream().map(name -> name.replace('-', ' ')).toList();
    private final List<String> given = words("given");
    private final List<List<String>> otherFamily = otherwise("family");
    private final List<List<String>> otherGiven = otherwise("given");

    String family(Random random) {
        var name = oneFamily(random);
        return random.nextDouble() < WITH_TWO_FAMILY_NAMES ? name + "-" + oneFamily(random) : name;
    }

    /** Somebody's names as they are today. */
    Called anybody(Random random) {
        var lot = random.nextDouble();
        if (lot < OF_ANOTHER_SCRIPT) {
            return ofAnotherScript(random);
        }
        var given = given(random);
        if (lot < OF_ANOTHER_SCRIPT + OF_A_SAINT) {
            var place = any(PLACES, random);
            var usual = "Saint-" + place;
            var brief = "St" + any(List.of(" ", "-", ". "), random) + place;
            return random.nextBoolean()
                    ? new Called(usual, given, Spelling.SAINT, brief + " " + given)
                    : new Called(brief, given, Spelling.SAINT, usual + " " + given);
        }
        if (lot < OF_ANOTHER_SCRIPT + OF_A_SAINT + WITH_PARTICLE) {
            var apart = any(PARTICLES, random) + " " + oneFamily(random);
            var asOne = apart.charAt(0)
                    + apart.substring(1).replace(" ", "").replace("-", "").toLowerCase(Locale.ROOT);
            return random.nextBoolean()
                    ? new Called(apart, given, Spelling.WORDS_APART, asOne + " " + given)
                    : new Called(asOne, given, Spelling.WORDS_AS_ONE, apart + " " + given);
        }
        return new Called(family(random), given, Spelling.USUAL, "");
    }

    private Called ofAnotherScript(Random random) {
        var one = any(otherFamily, random);
        // who has a name of one script has both of it
        var script = Character.UnicodeScript.of(one.getFirst().codePointAt(0));
        var fitting = otherGiven.stream()
                .filter(name -> Character.UnicodeScript.of(name.getFirst().codePointAt(0)) == script)
                .toList();
        var given = fitting.isEmpty() ? List.of(given(random), "") : any(fitting, random);
        var latin = given.getLast().isEmpty() ? given.getFirst() : given.getLast();
        return new Called(one.getFirst(), given.getFirst(), Spelling.OTHER_SCRIPT, one.getLast() + " " + latin);
    }

    private static List<List<String>> otherwise(String kind) {
        return lines("otherwise")
                .map(line -> line.split(" "))
                .filter(line -> line[0].equals(kind))
                .map(line -> List.of(line[1].replace('_', ' '), line[2].replace('_', ' ')))
                .toList();
    }

    String given(Random random) {
        return given.get(rank(given.size(), random));
    }

    private String oneFamily(Random random) {
        return random.nextDouble() < COMMON
                ? family.get(rank(family.size(), random))
                : any(BEGINNINGS, random) + any(MIDDLES, random) + any(ENDINGS, random);
    }

    /** The first is drawn more often than the last, in a straight line on paper ruled in logarithms. */
    private static int rank(int size, Random random) {
        return (int) Math.pow(size, random.nextDouble()) - 1;
    }

    static <T> T any(List<T> parts, Random random) {
        return parts.get(random.nextInt(parts.size()));
    }

    private static List<String> words(String list) {
        return lines(list)
                .flatMap(line -> Stream.of(line.strip().split("\\s+")))
                .toList();
    }

    /** Without the comments. */
    private static Stream<String> lines(String list) {
        try (var resource = Names.class.getResourceAsStream("/names/" + list + ".txt")) {
            if (resource == null) {
                throw new IllegalStateException("the list of names is not in the jar: " + list);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
