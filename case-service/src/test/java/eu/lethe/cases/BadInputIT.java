package eu.lethe.cases;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.cases.running.Api.Answer;
import eu.lethe.cases.running.RunningCaseService;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class BadInputIT extends RunningCaseService {

    private static final String MARK = "Zzyx";

    private static UUID file = new UUID(0, 0);

    @Autowired
    private JdbcClient database;

    static Stream<Arguments> persons() {
        return Stream.of(
                bad("no name", "{\"givenName\":\"Zzyx\"}"),
                bad("blank name", "{\"familyName\":\"  \"}"),
                bad("null name", "{\"familyName\":null}"),
                bad("unknown field", "{\"familyName\":\"Zzyx\",\"nationality\":\"Zzyx\"}"),
                bad("number for a text", "{\"familyName\":12}"),
                bad("object for a text", "{\"familyName\":{\"a\":\"Zzyx\"}}"),
                bad("born tomorrow", "{\"familyName\":\"Zzyx\",\"birthDate\":\"2999-01-01\"}"),
                bad("born too long ago", "{\"familyName\":\"Zzyx\",\"birthDate\":\"0900-01-01\"}"),
                bad("no date", "{\"familyName\":\"Zzyx\",\"birthDate\":\"Zzyx\"}"),
                bad("day that does not exist", "{\"familyName\":\"Zzyx\",\"birthDate\":\"2001-02-30\"}"),
                bad("number for a date", "{\"familyName\":\"Zzyx\",\"birthDate\":20010203}"),
                bad("born next year", "{\"familyName\":\"Zzyx\",\"birthYear\":2999}"),
                bad("born in a year too long ago", "{\"familyName\":\"Zzyx\",\"birthYear\":1815}"),
                bad("year of more figures than there are", "{\"familyName\":\"Zzyx\",\"birthYear\":2147483647}"),
                bad("year that fits nowhere", "{\"familyName\":\"Zzyx\",\"birthYear\":21474836470}"),
                bad("text for a year", "{\"familyName\":\"Zzyx\",\"birthYear\":\"1987\"}"),
                bad("part of a year", "{\"familyName\":\"Zzyx\",\"birthYear\":1987.5}"),
                bad(
                        "year of another date",
                        "{\"familyName\":\"Zzyx\",\"birthDate\":\"1987-12-03\",\"birthYear\":1986}"),
                bad("unknown household", "{\"familyName\":\"Zzyx\",\"householdType\":\"Zzyx\"}"),
                bad("NUL", "{\"familyName\":\"Zzyx\\u0000\"}"),
                bad("lone surrogate", "{\"familyName\":\"Zzyx\\ud800\"}"),
                bad("long name", "{\"familyName\":\"" + MARK.repeat(100) + "\"}"),
                bad("twice the same field", "{\"familyName\":\"Zzyx\",\"familyName\":\"Zzyx\"}"),
                bad("list", "[{\"familyName\":\"Zzyx\"}]"),
                bad("broken JSON", "{\"familyName\":\"Zzyx\""),
                bad("something behind", "{\"familyName\":\"Zzyx\"} Zzyx"),
                bad("nothing", ""));
    }

    static Stream<Arguments> contacts() {
        return Stream.of(
                bad("no date", "{\"text\":\"Zzyx\"}"),
                bad("no text", "{\"date\":\"" + today() + "\"}"),
                bad("blank text", contact("\"text\":\" \\n \"")),
                bad("tomorrow", "{\"date\":\"2999-01-01\",\"text\":\"Zzyx\"}"),
                bad("absurdly old", "{\"date\":\"1815-06-18\",\"text\":\"Zzyx\"}"),
                bad("farthest day there is", "{\"date\":\"+999999999-12-31\",\"text\":\"Zzyx\"}"),
                bad("no day", "{\"date\":\"hier\",\"text\":\"Zzyx\"}"),
                bad("one megabyte", contact("\"text\":\"" + MARK.repeat(262_144) + "\"")),
                bad("NUL", contact("\"text\":\"Zzyx\\u0000\"")),
                bad("lone surrogate", contact("\"text\":\"Zzyx\\udc00\"")),
                bad("unknown code", contact("\"text\":\"Zzyx\",\"codes\":[\"P99.9\"]")),
                bad("null code", contact("\"text\":\"Zzyx\",\"codes\":[null]")),
                bad("code that is a text", contact("\"text\":\"Zzyx\",\"codes\":\"P03.4\"")),
                bad("unknown person", contact("\"text\":\"Zzyx\",\"persons\":[\"" + UUID.randomUUID() + "\"]")),
                bad("person that is no id", contact("\"text\":\"Zzyx\",\"persons\":[\"Zzyx\"]")),
                bad("null person", contact("\"text\":\"Zzyx\",\"persons\":[null]")),
                bad("unknown field", contact("\"text\":\"Zzyx\",\"mood\":\"Zzyx\"")),
                bad("number for a text", contact("\"text\":7")),
                bad("broken JSON", "{\"date\":\"" + today() + "\",\"text\":\"Zzyx"));
    }

    static Stream<Arguments> files() {
        return Stream.of(
                bad("no unit", "{\"personId\":\"" + UUID.randomUUID() + "\"}"),
                bad("no person", "{\"unit\":\"centre\"}"),
                bad("unknown unit", "{\"personId\":\"" + UUID.randomUUID() + "\",\"unit\":\"Zzyx\"}"),
                bad("person that is no id", "{\"personId\":\"Zzyx\",\"unit\":\"centre\"}"));
    }

    static Stream<Arguments> searches() {
        return Stream.of(
                bad("no text", "{}"),
                bad("blank text", "{\"text\":\" \"}"),
                bad("long text", "{\"text\":\"" + MARK.repeat(100) + "\"}"),
                bad("NUL", "{\"text\":\"Zzyx\\u0000\"}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("persons")
    void a_bad_person_is_refused_and_not_stored(String what, String body) {
        refusedAndNotStored("/api/cases/persons", body);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contacts")
    void a_bad_contact_is_refused_and_not_stored(String what, String body) {
        if (file.equals(new UUID(0, 0))) {
            file = openFile(register("Refus", "Rose"));
        }
        refusedAndNotStored("/api/cases/files/" + file + "/contacts", body);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void a_bad_file_is_refused_and_not_stored(String what, String body) {
        refusedAndNotStored("/api/cases/files", body);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("searches")
    void a_bad_search_is_refused(String what, String body) {
        refusedAndNotStored("/api/cases/search", body);
    }

    @Test
    void a_path_that_is_no_id_is_refused() {
        assertThat(worker().get("/api/cases/files/Zzyx").status()).isEqualTo(400);
    }

    @Test
    void the_field_at_fault_is_named_in_the_readers_language() {
        var answer = worker().inEnglish()
                .postRaw("/api/cases/persons", "{\"familyName\":\"A\",\"birthDate\":\"2999-01-01\"}");

        var error = answer.body().get("errors").get(0);
        assertThat(error.get("pointer").asString()).isEqualTo("/birthDate");
        assertThat(error.get("detail").asString()).contains("future");
    }

    private void refusedAndNotStored(String path, String body) {
        var before = events();

        Answer answer = worker().postRaw(path, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.response().headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.text("type")).isEqualTo("urn:lethe:problem:invalid-request");
        assertThat(answer.response().body()).doesNotContain(MARK);
        assertThat(events()).isEqualTo(before);
    }

    private long events() {
        return database.sql("select count(*) from domain_event")
                .query(Long.class)
                .single();
    }

    private static String contact(String members) {
        return "{\"date\":\"" + today() + "\"," + members + "}";
    }

    private static String today() {
        return java.time.LocalDate.now(java.time.ZoneId.of("Europe/Paris")).toString();
    }

    private static Arguments bad(String what, String body) {
        return Arguments.of(what, body);
    }
}
