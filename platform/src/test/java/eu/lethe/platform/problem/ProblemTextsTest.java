package eu.lethe.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;

/** Every refusal has words in both languages. */
class ProblemTextsTest {

    private final ProblemTexts texts = new ProblemAutoConfiguration().problemTexts();

    static Stream<String> keys() throws IOException {
        return Stream.concat(french().stringPropertyNames().stream(), english().stringPropertyNames().stream())
                .distinct()
                .sorted();
    }

    static Stream<String> codes() throws IOException {
        return french().stringPropertyNames().stream()
                .filter(key -> key.startsWith("problem."))
                .map(key -> key.substring("problem.".length(), key.lastIndexOf('.')))
                .distinct()
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void a_text_exists_in_french(String key) throws IOException {
        assertThat(french().getProperty(key)).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void a_text_exists_in_english(String key) throws IOException {
        assertThat(english().getProperty(key)).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void a_problem_has_a_title_and_a_detail(String code) throws IOException {
        assertThat(french().stringPropertyNames())
                .containsAll(Set.of("problem." + code + ".title", "problem." + code + ".detail"));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void a_problem_reads_differently_in_english(String code) {
        var problem = Problem.of(HttpStatus.BAD_REQUEST, code);

        assertThat(texts.of(problem, Locale.ENGLISH).getDetail())
                .isNotEqualTo(texts.of(problem, Locale.FRENCH).getDetail());
    }

    @Test
    void the_type_names_the_code() {
        assertThat(texts.of(Problem.notFound(), Locale.FRENCH).getType()).hasToString("urn:lethe:problem:not-found");
    }

    @Test
    void each_answer_has_an_instance_of_its_own() {
        var problem = Problem.notFound();

        assertThat(texts.of(problem, Locale.FRENCH).getInstance())
                .hasScheme("urn")
                .isNotEqualTo(texts.of(problem, Locale.FRENCH).getInstance());
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "br", "es-MX"})
    void other_readers_are_answered_in_french(String language) {
        assertThat(texts.of(Problem.notFound(), Locale.forLanguageTag(language)).getTitle())
                .isEqualTo("Introuvable");
    }

    @Test
    void a_field_at_fault_is_named_by_its_place_and_in_words() {
        var detail = texts.of(Problem.invalid("/date", "future"), Locale.ENGLISH);

        assertThat(detail.getProperties())
                .containsEntry(
                        "errors",
                        List.of(Map.of("pointer", "/date", "code", "future", "detail", "This date is in the future.")));
    }

    @Test
    void a_field_with_a_code_without_words_still_gets_some() {
        var detail = texts.of(Problem.invalid("/date", "no-such-code"), Locale.ENGLISH);

        assertThat(detail.getProperties()).asString().contains("This value is not acceptable.");
    }

    @Test
    void members_for_the_program_stand_beside_the_words() {
        var detail = texts.of(Problem.of(HttpStatus.GONE, "erased").with("erasedOn", "2028-03-03"), Locale.FRENCH);

        assertThat(detail.getProperties()).containsEntry("erasedOn", "2028-03-03");
    }

    private static Properties french() throws IOException {
        return bundle("messages/platform.properties");
    }

    private static Properties english() throws IOException {
        return bundle("messages/platform_en.properties");
    }

    private static Properties bundle(String name) throws IOException {
        var texts = new Properties();
        try (var reader = new InputStreamReader(new ClassPathResource(name).getInputStream(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
