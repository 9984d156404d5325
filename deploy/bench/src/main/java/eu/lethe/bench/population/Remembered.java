package eu.lethe.bench.population;

import eu.lethe.contracts.events.cases.Identity;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Understands how a name is half remembered and quickly typed: without accents, in another order, only its beginning or one
 * of its parts, with a slip of the finger, or as it sounds; a third of the time with the year of birth.
 *
 * @param sought who is meant
 * @param typed what is typed
 */
public record Remembered(UUID sought, String typed) {

    /** A way to get a name wrong. */
    private enum Way {
        UNACCENTED,
        REORDERED,
        MISSPELT,
        AS_IT_SOUNDS,
        HALF,
        EARLIER_NAME
    }

    private static final double WITH_YEAR = 0.33;
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final List<List<String>> SOUNDS_LIKE = List.of(
            List.of("eau", "o"),
            List.of("ault", "o"),
            List.of("aud", "o"),
            List.of("ph", "f"),
            List.of("th", "t"),
            List.of("qu", "k"),
            List.of("y", "i"),
            List.of("ll", "l"),
            List.of("nn", "n"),
            List.of("ss", "s"),
            List.of("rt", "r"),
            List.of("rd", "r"),
            List.of("ez", "es"),
            List.of("in", "ain"),
            List.of("an", "en"),
            List.of("c", "k"),
            List.of("h", ""));

    /** Somebody of the population, remembered in so many ways, the same whenever the seed is the same. */
    public static List<Remembered> of(List<Inhabitant> population, int howMany, long seed) {
        var random = new Random(seed);
        return Stream.generate(() -> one(population.get(random.nextInt(population.size())), random))
                .limit(howMany)
                .toList();
    }

    private static Remembered one(Inhabitant sought, Random random) {
        var who = sought.identity();
        var family = plain(who.familyName());
        var given = plain(String.valueOf(who.givenName()));
        var way = Way.values()[random.nextInt(Way.values().length)];
        var typed = switch (way) {
            case UNACCENTED -> family + " " + given;
            case REORDERED -> given + " " + family;
            case MISSPELT -> inAnyOrder(slip(family, random), given, random);
            case AS_IT_SOUNDS -> inAnyOrder(heard(family), given, random);
            case HALF -> inAnyOrder(half(family, random), part(given, random), random);
            case EARLIER_NAME ->
                who.earlierNames().isEmpty()
                        ? inAnyOrder(slip(family, random), slip(given, random), random)
                        : inAnyOrder(plain(who.earlierNames().getFirst()), given, random);
        };
        return new Remembered(sought.id(), random.nextDouble() < WITH_YEAR ? typed + year(who) : typed);
    }

    private static String plain(String name) {
        return MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    private static String inAnyOrder(String family, String given, Random random) {
        return random.nextBoolean() ? family + " " + given : given + " " + family;
    }

    private static String year(Identity who) {
        return who.birthDate() == null ? "" : " " + who.birthDate().getYear();
    }

    /** One letter is left out, typed twice, changed, or changes places with the next; the first is mostly right. */
    private static String slip(String name, Random random) {
        if (name.length() < 4) {
            return name;
        }
        var at = 1 + random.nextInt(name.length() - 2);
        var before = name.substring(0, at);
        var letter = name.substring(at, at + 1);
        var after = name.substring(at + 1);
        return switch (random.nextInt(4)) {
            case 0 -> before + after;
            case 1 -> before + letter + letter + after;
            case 2 -> before + (char) ('a' + random.nextInt(26)) + after;
            default -> before + after.charAt(0) + letter + after.substring(1);
        };
    }

    /** The first spelling that has another for the same sound, and the next. */
    private static String heard(String name) {
        var heard = name;
        var changed = 0;
        for (var spelling : SOUNDS_LIKE) {
            if (changed < 2 && heard.lastIndexOf(spelling.getFirst()) > 0) {
                var at = heard.lastIndexOf(spelling.getFirst());
                heard = heard.substring(0, at)
                        + spelling.getLast()
                        + heard.substring(at + spelling.getFirst().length());
                changed++;
            }
        }
        return heard;
    }

    private static String half(String name, Random random) {
        var part = part(name, random);
        return part.length() < 6 ? part : part.substring(0, 4 + random.nextInt(part.length() - 4));
    }

    private static String part(String name, Random random) {
        var parts = List.of(name.split("-"));
        return parts.get(random.nextInt(parts.size()));
    }

    @Override
    public String toString() {
        return typed;
    }
}
