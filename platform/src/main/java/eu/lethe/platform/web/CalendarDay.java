package eu.lethe.platform.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Understands a day as the API spells it, {@code 2026-03-02}: no time beside it, no list of numbers, four digits of year. */
final class CalendarDay extends StdScalarDeserializer<LocalDate> {

    private static final int LENGTH = "2026-03-02".length();

    CalendarDay() {
        super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws JacksonException {
        if (parser.currentToken() == JsonToken.VALUE_STRING && parser.getStringLength() == LENGTH) {
            try {
                return LocalDate.parse(parser.getString());
            } catch (DateTimeException noSuchDay) {
                // its message quotes what was typed
            }
        }
        return context.reportInputMismatch(LocalDate.class, "a day such as 2026-03-02 is expected");
    }
}
