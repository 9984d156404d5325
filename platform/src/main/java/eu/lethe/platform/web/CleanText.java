package eu.lethe.platform.web;

import eu.lethe.incoming.WellFormed;
import java.text.Normalizer;
import java.util.function.IntPredicate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Understands which texts are taken, and as what: whole Unicode characters in their composed form (NFC), without NUL and other
 * control characters than line ends and tabs. PostgreSQL cannot store NUL, and a lone surrogate has no UTF-8 form. What turns
 * the direction of reading is left out, since it makes a name or a word look like another; nobody types it, it comes with
 * what is pasted, and so do spaces that do not break or show, before and after a text. A text that shows nothing is no text.
 */
public final class CleanText extends StdScalarDeserializer<String> {

    CleanText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws JacksonException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return context.reportInputMismatch(String.class, "a text is expected");
        }
        var text = parser.getString();
        if (!isClean(text)) {
            return context.reportInputMismatch(String.class, "the text has characters that cannot be stored");
        }
        return of(text);
    }

    /** Whether the text can be taken. */
    public static boolean isClean(String text) {
        return text.codePoints().allMatch(CleanText::isClean);
    }

    /** The text as it is taken: composed, without what turns the direction of reading, and empty when it shows nothing. */
    public static String of(String text) {
        if (text.codePoints().allMatch(CleanText::isInvisible)) {
            return "";
        }
        var upright = text.codePoints().anyMatch(WellFormed::turnsDirection)
                ? keeping(text, codePoint -> !WellFormed.turnsDirection(codePoint))
                : text;
        return Normalizer.normalize(withoutPastedEdges(upright), Normalizer.Form.NFC);
    }

    /** Ordinary spaces and line ends stay: somebody is typing on. */
    private static String withoutPastedEdges(String text) {
        var from = 0;
        while (isEdge(text.charAt(from))) {
            from++;
        }
        var to = text.length();
        while (isEdge(text.charAt(to - 1))) {
            to--;
        }
        return typed(text.substring(0, from)) + text.substring(from, to) + typed(text.substring(to));
    }

    /** None of these spaces takes two characters. */
    private static boolean isEdge(char character) {
        return isTypedSpace(character) || isPastedSpace(character);
    }

    private static String typed(String edge) {
        return keeping(edge, CleanText::isTypedSpace);
    }

    /** The text without the code points that are not kept. */
    public static String keeping(String text, IntPredicate isKept) {
        return text.codePoints()
                .filter(isKept)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isTypedSpace(int codePoint) {
        return codePoint == ' ' || codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
    }

    /** Not the joiners and selectors that belong to the sign before them. */
    private static boolean isPastedSpace(int codePoint) {
        return !isTypedSpace(codePoint)
                && (Character.isSpaceChar(codePoint)
                        || switch (codePoint) {
                            case 0x00AD, 0x180E, 0x200B, 0x200E, 0x200F, 0x2060, 0x2800, 0x3164, 0xFEFF, 0xFFA0 -> true;
                            default -> false;
                        });
    }

    private static boolean isClean(int codePoint) {
        return switch (codePoint) {
            case '\n', '\r', '\t' -> true;
            default -> !Character.isISOControl(codePoint) && Character.getType(codePoint) != Character.SURROGATE;
        };
    }

    private static boolean isInvisible(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint) || isUnseen(codePoint);
    }

    /** What Unicode calls default-ignorable: joiners, fillers, marks of direction, selectors of a variant. */
    public static boolean isUnseen(int codePoint) {
        return Character.getType(codePoint) == Character.FORMAT
                || switch (codePoint) {
                    case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2065, 0x2800, 0x3164, 0xFFA0 -> true;
                    default ->
                        (codePoint >= 0x180B && codePoint <= 0x180F)
                                || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
                                || (codePoint >= 0xFFF0 && codePoint <= 0xFFF8)
                                || (codePoint >= 0xE0000 && codePoint <= 0xE0FFF);
                };
    }
}
