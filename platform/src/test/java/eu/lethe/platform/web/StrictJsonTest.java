package eu.lethe.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A request body is what the API says it is, or it is refused. */
class StrictJsonTest {

    private enum Given {
        ORALLY
    }

    private record Body(
            @Nullable String text,
            @Nullable LocalDate date,
            int count,
            boolean flag,
            @Nullable UUID person,
            @Nullable List<String> codes,
            @Nullable Given given) {}

    private final JsonMapper json = mapper();

    private static JsonMapper mapper() {
        var builder = JsonMapper.builder();
        new WebAutoConfiguration().strictJson().customize(builder);
        return builder.build();
    }

    @Test
    void a_body_as_the_api_describes_it_is_read() {
        var body = json.readValue("""
                {"text": "Elle dort.\\nChez une amie.", "date": "2026-03-02", "count": 2, "flag": true,
                 "person": "4f6f2f0e-8f4c-4c43-9d55-0a4c6a1de001", "codes": ["P03.4"], "given": "ORALLY"}""", Body.class);

        assertThat(body)
                .isEqualTo(new Body(
                        "Elle dort.\nChez une amie.",
                        LocalDate.of(2026, 3, 2),
                        2,
                        true,
                        UUID.fromString("4f6f2f0e-8f4c-4c43-9d55-0a4c6a1de001"),
                        List.of("P03.4"),
                        Given.ORALLY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "\"text\"",
                "7",
                "{\"count\": 1, \"flag\": true, \"unknown\": 1}",
                "{\"count\": 1, \"flag\": true} {}",
                "{\"count\": 1, \"flag\": true, \"count\": 2}",
                "{\"count\": 1, \"flag\": true,}",
                "{'count': 1, 'flag': true}",
                "{\"count\": 1, \"flag\": true, \"text\": 7}",
                "{\"count\": 1, \"flag\": true, \"text\": true}",
                "{\"count\": 1, \"flag\": true, \"text\": [\"one\"]}",
                "{\"count\": 1, \"flag\": true, \"text\": {\"a\": 1}}",
                "{\"count\": 1, \"flag\": true, \"text\": \"a\\u0000b\"}",
                "{\"count\": 1, \"flag\": true, \"text\": \"\\ud800\"}",
                "{\"count\": 1, \"flag\": true, \"codes\": \"P03.4\"}",
                "{\"count\": 1, \"flag\": true, \"codes\": [7]}",
                "{\"count\": 1, \"flag\": true, \"codes\": [\"\\u0000\"]}",
                "{\"count\": null, \"flag\": true}",
                "{\"count\": \"1\", \"flag\": true}",
                "{\"count\": 1.5, \"flag\": true}",
                "{\"count\": 99999999999, \"flag\": true}",
                "{\"count\": true, \"flag\": true}",
                "{\"count\": 1, \"flag\": \"true\"}",
                "{\"count\": 1, \"flag\": 1}",
                "{\"count\": 1, \"flag\": null}",
                "{\"count\": 1, \"flag\": true, \"person\": \"\"}",
                "{\"count\": 1, \"flag\": true, \"person\": \"somebody\"}",
                "{\"count\": 1, \"flag\": true, \"person\": 7}",
                "{\"count\": 1, \"flag\": true, \"given\": 0}",
                "{\"count\": 1, \"flag\": true, \"given\": \"\"}",
                "{\"count\": 1, \"flag\": true, \"given\": \"SOMEHOW\"}"
            })
    void anything_else_is_refused(String body) {
        assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> json.readValue(body, Body.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\" \"",
                "\"2026-02-30\"",
                "\"2026-13-01\"",
                "\"02/03/2026\"",
                "\"2026-3-2\"",
                "\"2026-03-02T09:30:00Z\"",
                "\"2026-03-02T09:30:00\"",
                "\"+999999999-12-31\"",
                "\"today\"",
                "20260302",
                "1772438400000",
                "[2026, 3, 2]",
                "{\"year\": 2026}",
                "true"
            })
    void a_date_is_a_day_of_the_calendar_in_one_spelling(String date) {
        var body = "{\"count\": 1, \"flag\": true, \"date\": " + date + "}";

        assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> json.readValue(body, Body.class));
    }

    @Test
    void a_refusal_does_not_quote_the_body() {
        assertThatExceptionOfType(JacksonException.class)
                .isThrownBy(() ->
                        json.readValue("{\"count\": 1, \"flag\": true, \"text\": \"Kermadec\\u0000\"}", Body.class))
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("Kermadec"));
    }
}
