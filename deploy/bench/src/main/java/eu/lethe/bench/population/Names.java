package eu.lethe.bench.population;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

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

    private final List<String> family =
            words("family").stream().map(name -> name.replace('-', ' ')).toList();
    private final List<String> given = words("given");

    String family(Random random) {
        var name = oneFamily(random);
        return random.nextDouble() < WITH_TWO_FAMILY_NAMES ? name + "-" + oneFamily(random) : name;
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

    private static String any(List<String> parts, Random random) {
        return parts.get(random.nextInt(parts.size()));
    }

    private static List<String> words(String list) {
        try (var resource = Names.class.getResourceAsStream("/names/" + list + ".txt")) {
            if (resource == null) {
                throw new IllegalStateException("the list of names is not in the jar: " + list);
            }
            return List.of(new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .split("\\s+"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
