package eu.lethe.cases.search;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Understands how a French name sounds, so that Thibault is found as Tibo and Lefebvre as Lefèvre: spellings of one sound
 * become one letter, and the endings that nobody hears are left out.
 */
final class FrenchSound {

    private static final List<Map.Entry<Pattern, String>> SPELLINGS = List.of(
            spelling("ph", "f"),
            spelling("bv", "v"),
            spelling("t?s?ch|sh", "x"),
            spelling("qu|q", "k"),
            spelling("gu(?=[eiy])", "g"),
            spelling("ge(?=[aou])", "j"),
            spelling("g(?=[eiy])", "j"),
            spelling("ss", "z"),
            spelling("c(?=[eiy])|s", "z"),
            spelling("ck|c", "k"),
            spelling("gn", "n"),
            spelling("w", "v"),
            spelling("h", ""),
            spelling("eau|au", "o"),
            spelling("ae|ai|ay|ei|ey|oe", "e"),
            spelling("ou", "u"),
            spelling("ll(?=[ei])", "l"),
            spelling("y", "i"),
            spelling("am(?=[bp])|em(?=[bp])|em(?=$)|en(?![aeiou])|an(?![aeiou])", "a"),
            spelling("im(?=[bp])|in(?![aeiou])|un(?![aeiou])", "i"),
            spelling("om(?=[bp])|on(?![aeiou])", "o"),
            spelling("(.)\\1+", "$1"),
            spelling("(?<=..)(e?[zx]|e)$", ""),
            spelling("(?<=..)l?[tdpz]$", ""),
            spelling("(?<=..)e?r$", "e"),
            spelling("(?<=..)e$", ""));

    private FrenchSound() {}

    /**
     * @param folded a word of a name in lower-case letters a to z
     */
    static String of(String folded) {
        var sound = folded;
        for (var spelling : SPELLINGS) {
            sound = spelling.getKey().matcher(sound).replaceAll(spelling.getValue());
        }
        return sound;
    }

    private static Map.Entry<Pattern, String> spelling(String written, String heard) {
        return Map.entry(Pattern.compile(written), heard);
    }
}
