package eu.lethe.cases.search;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Understands what is left of a word where vowels are not written, so that محمد is found as Mohamed: its consonants, those
 * that are romanised in several ways as one.
 */
final class Consonants {

    private static final List<Map.Entry<Pattern, String>> PAIRS = List.of(
            pair("tch|sch|ch|sh", "x"),
            pair("t[sz]", "z"),
            pair("kh", "k"),
            pair("gh", "g"),
            pair("dj", "j"),
            pair("dh", "d"),
            pair("th", "t"));
    private static final List<Map.Entry<Pattern, String>> LETTERS = List.of(
            pair("^ou(?=[aeiy])|^v", "w"),
            pair("ph", "f"),
            pair("q|c", "k"),
            pair("p", "b"),
            pair("^[aeiou]+", "A"),
            pair("(.)\\1+", "$1"),
            pair("(?<=.)h$", ""),
            pair("v", "w"),
            pair("(?<=.)[aeiouy]", ""));
    /** Where it is not part of the name, as it is of Alireza. */
    private static final List<Map.Entry<Pattern, String>> ARTICLE = List.of(pair("^[ae]l(?=.{3})", ""));
    /** In Russian the first letter of a name that begins like Evgueni, which others write Yevgeny. */
    private static final List<Map.Entry<Pattern, String>> FIRST_YE = List.of(pair("^y(?=e)", ""));
    /** Where it is a vowel. */
    private static final List<Map.Entry<Pattern, String>> WAW = List.of(pair("(?<=.)w", ""));

    private static final int FEWEST = 2;

    private Consonants() {}

    /** The ways in which the word's consonants may have been meant; none where they tell too little. */
    static List<String> of(String folded) {
        return Stream.of(replaced(folded, PAIRS), folded)
                .flatMap(word -> Stream.of(word, replaced(word, ARTICLE), replaced(word, FIRST_YE)))
                .distinct()
                .map(word -> replaced(word, LETTERS))
                .flatMap(word -> Stream.of(word, replaced(word, WAW)))
                .distinct()
                .filter(consonants -> consonants.length() >= FEWEST)
                .toList();
    }

    private static String replaced(String text, List<Map.Entry<Pattern, String>> pairs) {
        var replaced = text;
        for (var pair : pairs) {
            replaced = pair.getKey().matcher(replaced).replaceAll(pair.getValue());
        }
        return replaced;
    }

    private static Map.Entry<Pattern, String> pair(String written, String meant) {
        return Map.entry(Pattern.compile(written), meant);
    }
}
