package eu.lethe.platform.web;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Understands which texts are clean: JSON strings of whole Unicode characters, without NUL and other control characters
 * than line ends and tabs. PostgreSQL cannot store NUL, and a lone surrogate has no UTF-8 form.
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
        return text;
    }

    /** Whether the text is clean. */
    public static boolean isClean(String text) {
        return text.codePoints().allMatch(CleanText::isClean);
    }

    private static boolean isClean(int codePoint) {
        return switch (codePoint) {
            case '\n', '\r', '\t' -> true;
            default -> !Character.isISOControl(codePoint) && Character.getType(codePoint) != Character.SURROGATE;
        };
    }
}
