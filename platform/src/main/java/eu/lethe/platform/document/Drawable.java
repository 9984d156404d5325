package eu.lethe.platform.document;

import java.text.Normalizer;
import java.util.Set;

/**
 * Understands how a text becomes one of which every character can be drawn: composed (NFC), without what is never seen, and
 * with the code in place of a character that no typeface has.
 */
final class Drawable {

    private static final int NON_JOINER = 0x200C;
    private static final int VARIATION_FROM = 0xFE00;
    private static final int VARIATION_TO = 0xFE0F;
    private static final int MORE_VARIATIONS_FROM = 0xE0100;
    private static final int MORE_VARIATIONS_TO = 0xE01EF;

    private Drawable() {}

    /**
     * The text to be drawn.
     *
     * @param undrawn takes each character that no typeface has
     */
    static String of(String text, Set<Integer> undrawn) {
        var drawable = new StringBuilder(text.length());
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        var previous = 0;
        for (var at = 0; at < composed.length(); ) {
            var character = composed.codePointAt(at);
            at += Character.charCount(character);
            switch (character) {
                case '\n' -> drawable.append('\n');
                case '\t' -> drawable.append("    ");
                case '\u2028', '\u2029', '\u0085' -> drawable.append('\n');
                case NON_JOINER -> {
                    if (isArabic(previous)) {
                        drawable.appendCodePoint(character);
                    }
                }
                default -> {
                    if (!isNeverSeen(character)) {
                        draw(character, drawable, undrawn);
                    }
                }
            }
            previous = character;
        }
        return drawable.toString();
    }

    private static void draw(int character, StringBuilder drawable, Set<Integer> undrawn) {
        if (Typeface.of(character).isPresent()) {
            drawable.appendCodePoint(character);
        } else if (Character.getType(character) == Character.SPACE_SEPARATOR) {
            drawable.append(' ');
        } else {
            undrawn.add(character);
            drawable.append('[').append(code(character)).append(']');
        }
    }

    /** A character by its code, as Unicode writes it. */
    static String code(int character) {
        return "U+%04X".formatted(character);
    }

    private static boolean isArabic(int character) {
        return Character.UnicodeScript.of(character) == Character.UnicodeScript.ARABIC;
    }

    /** Controls, marks of direction, joiners, selectors of a variant. XML knows none of the first. */
    private static boolean isNeverSeen(int character) {
        return Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT
                || (character >= VARIATION_FROM && character <= VARIATION_TO)
                || (character >= MORE_VARIATIONS_FROM && character <= MORE_VARIATIONS_TO);
    }
}
