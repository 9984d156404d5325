package eu.lethe.cases.copy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Understands where a text speaks of somebody by a name or a word that is known, whatever its accents, case, hyphens or marks,
 * and only where the word stands by itself.
 */
final class Mentions {

    /** Somebody or something that may be spoken of. */
    record Known(String kind, String word) {

        @Override
        public String toString() {
            return "Known[" + kind + "]";
        }
    }

    /** A passage that may speak of somebody. */
    record Mention(String kind, int start, int end) {}

    private final String plain;
    /** Where each plain letter, and the end of the text, stands in the text. */
    private final int[] at;

    private Mentions(String text) {
        var letters = new StringBuilder(text.length());
        var places = new int[text.length() * 2 + 1];
        for (var from = 0; from < text.length(); ) {
            var to = from + Character.charCount(text.codePointAt(from));
            for (var letter : plain(text.substring(from, to)).toCharArray()) {
                if (letters.length() + 1 == places.length) {
                    places = Arrays.copyOf(places, places.length * 2);
                }
                places[letters.length()] = from;
                letters.append(letter);
            }
            from = to;
        }
        places[letters.length()] = text.length();
        this.plain = letters.toString();
        this.at = places;
    }

    /** Where the text speaks of what is known, in its order; what lies over each other is one. */
    static List<Mention> in(String text, Collection<Known> known) {
        if (known.isEmpty()) {
            return List.of();
        }
        var searched = new Mentions(text);
        var found = new ArrayList<Mention>();
        known.forEach(one -> searched.find(one, found));
        return joined(found);
    }

    /** A word as it is compared. */
    static String plain(String word) {
        var bare = Normalizer.normalize(word, Normalizer.Form.NFKD)
                .codePoints()
                .filter(character -> switch (Character.getType(character)) {
                    case Character.NON_SPACING_MARK,
                            Character.COMBINING_SPACING_MARK,
                            Character.ENCLOSING_MARK,
                            Character.FORMAT -> false;
                    default -> true;
                })
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        var written = new StringBuilder(bare.length());
        bare.toLowerCase(Locale.ROOT).codePoints().forEach(letter -> {
            switch (letter) {
                case 'œ' -> written.append("oe");
                case 'æ' -> written.append("ae");
                case 'ß' -> written.append("ss");
                case 'ø' -> written.append('o');
                case 'ł' -> written.append('l');
                case 'đ', 'ð' -> written.append('d');
                case 'ı' -> written.append('i');
                case '\'', '’', '-', '\u2010', '\u2011', '\u2013' -> written.append(' ');
                default -> written.appendCodePoint(letter);
            }
        });
        return written.toString();
    }

    private void find(Known known, List<Mention> found) {
        var word = plain(known.word());
        if (word.isBlank()) {
            return;
        }
        for (var from = plain.indexOf(word); from >= 0; from = plain.indexOf(word, from + 1)) {
            var to = from + word.length();
            if (standsAlone(from, to)) {
                found.add(new Mention(known.kind(), at[from], at[to]));
            }
        }
    }

    private boolean standsAlone(int from, int to) {
        return (from == 0 || !Character.isLetterOrDigit(plain.codePointBefore(from)))
                && (to == plain.length() || !Character.isLetterOrDigit(plain.codePointAt(to)));
    }

    private static List<Mention> joined(List<Mention> found) {
        var joined = new ArrayList<Mention>();
        found.stream()
                .sorted(Comparator.comparingInt(Mention::start)
                        .thenComparing(Comparator.comparingInt(Mention::end).reversed()))
                .forEach(mention -> {
                    if (!joined.isEmpty() && mention.start() < joined.getLast().end()) {
                        var first = joined.removeLast();
                        joined.add(new Mention(first.kind(), first.start(), Math.max(first.end(), mention.end())));
                    } else {
                        joined.add(mention);
                    }
                });
        return joined;
    }
}
