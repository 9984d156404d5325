package eu.lethe.local.demo;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands agreement and elision: makes a sentence speak of one person and, where it does, of their child. */
final class Wording {

    private static final Pattern OF_PERSON = Pattern.compile("\\[([^|\\]]*)\\|([^]]*)]");
    private static final Pattern OF_CHILD = Pattern.compile("<([^|>]*)\\|([^>]*)>");
    private static final Pattern ELIDED = Pattern.compile("(?<word>[Qq]u|[Dd])'\\{enfant}");
    private static final Pattern BLANK = Pattern.compile("\\{(\\p{L}+)}");
    private static final List<String> DAYS = List.of("lundi", "mardi", "mercredi", "jeudi", "vendredi");

    private final boolean woman;
    private final String child;
    private final boolean daughter;
    private final Chance chance;

    Wording(boolean woman, String child, boolean daughter, Chance chance) {
        this.woman = woman;
        this.child = child;
        this.daughter = daughter;
        this.chance = chance;
    }

    /** The sentence as written on that day. */
    String of(String words, LocalDate day) {
        var agreed = replace(OF_PERSON, words, found -> found.group(woman ? 2 : 1));
        agreed = replace(OF_CHILD, agreed, found -> found.group(daughter ? 2 : 1));
        agreed = replace(ELIDED, agreed, found -> found.group("word") + (startsWithVowel(child) ? "'" : "e ") + child);
        return replace(BLANK, agreed, found -> fill(found.group(1), day));
    }

    private String fill(String blank, LocalDate day) {
        return switch (blank) {
            case "M" -> woman ? "Madame" : "Monsieur";
            case "enfant" -> child;
            case "conjoint" -> woman ? "son compagnon" : "sa compagne";
            case "jour" -> chance.oneOf(DAYS);
            case "mois" -> month(day.minusMonths(chance.between(2, 5)));
            case "prochain" -> month(day.plusMonths(chance.between(1, 2)));
            case "montant" -> euros(chance.between(4, 36) * 10);
            case "somme" -> euros(chance.between(62, 298) * 10);
            default -> throw new IllegalStateException("The demo data knows no blank called " + blank);
        };
    }

    private static String month(LocalDate day) {
        return day.getMonth().getDisplayName(TextStyle.FULL, Locale.FRENCH);
    }

    private static String euros(int sum) {
        return String.format(Locale.FRENCH, "%,d\u00a0€", sum);
    }

    private static boolean startsWithVowel(String name) {
        return "AEIOUYÀÂÉÈÊÎÔÛ".indexOf(name.charAt(0)) >= 0;
    }

    private static String replace(Pattern pattern, String words, Function<MatchResult, String> with) {
        return pattern.matcher(words).replaceAll(found -> Matcher.quoteReplacement(with.apply(found)));
    }
}
