package eu.lethe.cases.search;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Understands that one letter is heard as several: رضا is Rida in Tunis and Reza in Tehran, جمال Jamal or Gamal, זאב Zeev though
 * its last letter is also a b. What a worker hears, they type.
 */
final class HeardOtherwise {

    /** Each a way of hearing of its own: the letter, and one that is only heard so. */
    private static final List<Map<Character, Character>> WAYS = List.of(
            // Persian, Urdu, Turkish
            Map.of('\u0636', '\u0632', '\u0630', '\u0632', '\u0638', '\u0632', '\u062B', '\u0633'),
            // Egyptian
            Map.of('\u062C', '\u06AF'),
            // Libyan, Sudanese, Bedouin
            Map.of('\u0642', '\u06AF'),
            // Hebrew between vowels
            Map.of('\u05D1', '\u05D5', '\u05E4', 'f', '\u05E3', 'f'),
            // Tamil
            Map.of('\u0B9A', '\u0BB8'));

    private HeardOtherwise() {}

    /** The name in letters that say the other ways in which it may be heard; none where there is but one. */
    static Stream<String> of(String name) {
        return WAYS.stream().map(way -> heard(name, way)).filter(heard -> !heard.equals(name));
    }

    private static String heard(String name, Map<Character, Character> way) {
        return name.chars()
                .map(letter -> way.getOrDefault((char) letter, (char) letter))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
