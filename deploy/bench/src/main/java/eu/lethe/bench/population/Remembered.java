package eu.lethe.bench.population;

import eu.lethe.bench.population.Inhabitant.Spelling;
import eu.lethe.contracts.events.cases.Identity;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Understands how a name is half remembered and quickly typed: without accents, in another order, only its beginning or one
 * of its parts, with a slip of the finger, or as it sounds; a third of the time with the year of birth. Or how it is written
 * otherwise: words run together or set apart, in another script, with a title, marks or what nobody sees, with the birth date.
 *
 * @param sought who is meant
 * @param way what is wrong with what is typed
 * @param known what would be typed if nothing were wrong
 * @param typed what is typed
 */
public record Remembered(UUID sought, Way way, Known known, String typed) {

    /** A way to get a name wrong. */
    public enum Way {
        UNACCENTED,
        REORDERED,
        MISSPELT,
        AS_IT_SOUNDS,
        HALF,
        EARLIER_NAME,
        MISSPELT_TWICE,
        /** Ben Salah as Bensalah. */
        RUN_TOGETHER,
        /** Bensalah as Ben Salah. */
        SET_APART,
        /** Saint-Martin as St Martin, or the other way round. */
        SAINT_OR_ST,
        /** In the script in which it is kept. */
        OTHER_SCRIPT,
        /** Kept in another script, typed in Latin letters. */
        ROMANISED,
        STACKED_MARKS,
        INVISIBLE,
        WITH_TITLE,
        /** Family name and 31/12/1985. */
        DAY_IN_FRENCH,
        /** Family name and 1985-12-31. */
        DAY_IN_ISO,
        WITH_YEAR;

        /** Whether the name can be remembered so. */
        boolean possible(Inhabitant who) {
            return switch (this) {
                case EARLIER_NAME ->
                    isLatin(who) && !who.identity().earlierNames().isEmpty();
                case RUN_TOGETHER -> who.spelling() == Spelling.WORDS_APART;
                case SET_APART -> who.spelling() == Spelling.WORDS_AS_ONE;
                case SAINT_OR_ST -> who.spelling() == Spelling.SAINT;
                case OTHER_SCRIPT, ROMANISED -> !isLatin(who);
                case DAY_IN_FRENCH, DAY_IN_ISO, WITH_YEAR -> who.identity().birthDate() != null;
                case STACKED_MARKS, INVISIBLE, WITH_TITLE -> true;
                case UNACCENTED, REORDERED, MISSPELT, AS_IT_SOUNDS, HALF, MISSPELT_TWICE -> isLatin(who);
            };
        }

        private static boolean isLatin(Inhabitant who) {
            return who.spelling() != Spelling.OTHER_SCRIPT;
        }
    }

    /** What is still known of a name, folded, before it is spoilt. */
    sealed interface Known {

        /** The year of birth, if it is typed. */
        @Nullable Integer year();

        /** All of the family name and the given name. */
        record Name(List<String> words, @Nullable Integer year) implements Known {}

        /** All of the given name and of the family name that was another before. */
        record EarlierName(List<String> words, @Nullable Integer year) implements Known {}

        /** The words of the family name, and the day of birth. */
        record Born(List<String> words, LocalDate day) implements Known {

            @Override
            public Integer year() {
                return day.getYear();
            }
        }

        /** Some words of the name, and with what others begin. */
        record Parts(
                List<String> whole,
                List<String> begun,
                @Nullable Integer year) implements Known {}
    }

    private static final double WITH_YEAR = 0.33;
    private static final Set<Way> DATED = EnumSet.of(Way.DAY_IN_FRENCH, Way.DAY_IN_ISO);
    private static final int MOST_TRIES = 10_000;
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
        return Stream.generate(() -> one(population, random)).limit(howMany).toList();
    }

    private static Remembered one(List<Inhabitant> population, Random random) {
        var way = Way.values()[random.nextInt(Way.values().length)];
        var sought = Stream.generate(() -> population.get(random.nextInt(population.size())))
                .limit(MOST_TRIES)
                .filter(way::possible)
                .findFirst();
        return sought.isPresent() ? remembered(sought.get(), way, random) : one(population, random);
    }

    private static Remembered remembered(Inhabitant sought, Way way, Random random) {
        var who = sought.identity();
        var family = Namesakes.folded(who.familyName());
        var given = Namesakes.folded(String.valueOf(who.givenName()));
        var typed = switch (way) {
            case UNACCENTED, WITH_YEAR -> family + " " + given;
            case REORDERED -> given + " " + family;
            case MISSPELT -> inAnyOrder(slip(family, random), given, random);
            case AS_IT_SOUNDS -> inAnyOrder(heard(family), given, random);
            case HALF -> inAnyOrder(half(family, random), part(given, random), random);
            case EARLIER_NAME -> inAnyOrder(Namesakes.folded(who.earlierNames().getFirst()), given, random);
            case MISSPELT_TWICE -> inAnyOrder(slip(family, random), slip(given, random), random);
            case RUN_TOGETHER, SET_APART, SAINT_OR_ST, ROMANISED ->
                random.nextBoolean() ? sought.otherwise() : Namesakes.folded(sought.otherwise());
            case OTHER_SCRIPT -> inAnyOrder(who.familyName(), String.valueOf(who.givenName()), random);
            case STACKED_MARKS -> Disguise.STACKED_MARKS.of(inAnyOrder(family, given, random), random);
            case INVISIBLE -> Disguise.INVISIBLE.of(inAnyOrder(who.familyName(), given, random), random);
            case WITH_TITLE -> Disguise.TITLE.of(inAnyOrder(family, given, random), random);
            case DAY_IN_FRENCH -> family + " " + written(who, "dd/MM/yyyy");
            case DAY_IN_ISO -> family + " " + written(who, "yyyy-MM-dd");
        };
        var saysYear = way == Way.WITH_YEAR || (!DATED.contains(way) && random.nextDouble() < WITH_YEAR);
        var year = saysYear && who.birthDate() != null
                ? Integer.valueOf(who.birthDate().getYear())
                : null;
        return new Remembered(
                sought.id(), way, known(sought, way, typed, year), year == null ? typed : typed + " " + year);
    }

    private static Known known(Inhabitant sought, Way way, String typed, @Nullable Integer year) {
        var who = sought.identity();
        var given = String.valueOf(who.givenName());
        return switch (way) {
            case HALF -> parts(typed, Namesakes.words(Stream.of(who.familyName(), given)), year);
            case EARLIER_NAME ->
                new Known.EarlierName(
                        Namesakes.words(Stream.of(who.earlierNames().getFirst(), given)), year);
            case DAY_IN_FRENCH, DAY_IN_ISO ->
                new Known.Born(Namesakes.words(Stream.of(who.familyName())), Objects.requireNonNull(who.birthDate()));
            case ROMANISED -> new Known.Name(Namesakes.words(Stream.of(sought.otherwise())), year);
            default -> new Known.Name(Namesakes.words(Stream.of(who.familyName(), given)), year);
        };
    }

    private static String written(Identity who, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(Objects.requireNonNull(who.birthDate()));
    }

    /** The same, with the year of birth, which whoever sees too many of one name types next; empty when nobody knows it. */
    public Optional<Remembered> withYear(Identity who) {
        var birthDate = who.birthDate();
        return birthDate == null || known.year() != null
                ? Optional.empty()
                : Optional.of(new Remembered(sought, way, known, typed + " " + birthDate.getYear()));
    }

    private static Known.Parts parts(String typed, List<String> words, @Nullable Integer year) {
        var kept = Namesakes.words(Stream.of(typed));
        return new Known.Parts(
                kept.stream().filter(words::contains).toList(),
                kept.stream().filter(part -> !words.contains(part)).toList(),
                year);
    }

    private static String inAnyOrder(String family, String given, Random random) {
        return random.nextBoolean() ? family + " " + given : given + " " + family;
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
