package eu.lethe.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.format.support.DefaultFormattingConversionService;

/** A text is clean when it can be stored and read back whole. */
class CleanTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Elle dort chez une amie.",
                "Première ligne\nSeconde ligne\r\n\tune liste",
                "Ŋuyễn 😀 👩‍👧 e\u0301",
                "\u00a0\u202f«\u00a0oui\u00a0»",
                "'; drop table staff; --",
                "{\"a\": \"<script>\"}"
            })
    void words_of_any_language_are_clean(String text) {
        assertThat(CleanText.isClean(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000b",
                "\u0007",
                "\u001b[31m",
                "\u007f",
                "\u0085",
                "\ud800",
                "a\udc00b",
                "\udc00\ud800",
                "fin\ud83d"
            })
    void control_characters_and_halves_of_characters_are_not(String text) {
        assertThat(CleanText.isClean(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \t\n",
                "\u00a0",
                "\u200b",
                "\u2060\u200d",
                "\ufeff",
                "\u3164\u115f\uffa0",
                "\u00ad\u034f\u180e",
                "\u3000\u2003",
                "\u2800",
                "\ufe0f",
                "\udb40\udc41",
                "\u202e\u2066"
            })
    void a_text_that_shows_nothing_is_empty(String text) {
        assertThat(CleanText.of(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "می\u200cخواهم",
                "ක්\u200dරීඩා",
                "👩\u200d👧",
                "❤\ufe0f",
                "à l\u2019heure\u202f!",
                "  deux mots \n",
                "שלום \u200fעולם"
            })
    void what_languages_and_signs_need_inside_a_word_stays(String text) {
        assertThat(CleanText.of(text)).isEqualTo(text);
    }

    @Test
    void what_turns_the_direction_of_reading_is_left_out() {
        assertThat(CleanText.of("facture\u202efdp.exe\u202c \u2066x\u2069")).isEqualTo("facturefdp.exe x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00a0Dupont",
                "Dupont\u200b",
                "\u200b\u00a0\ufeffDupont\u202f\u3000",
                "\u2060Dupont\u00ad\u200e",
                "\u202e\u00a0Dupont\u00a0\u202c"
            })
    void what_was_pasted_around_a_word_and_does_not_show_is_left_out(String text) {
        assertThat(CleanText.of(text)).isEqualTo("Dupont");
    }

    @Test
    void the_spaces_of_who_is_typing_stay_beside_what_was_pasted() {
        assertThat(CleanText.of(" \u00a0 Elle dit \u200b")).isEqualTo("  Elle dit ");
    }

    @Test
    void what_stands_in_a_path_is_composed_like_any_text() {
        var conversion = new DefaultFormattingConversionService();
        new WebAutoConfiguration().cleanPaths().addFormatters(conversion);

        assertThat(conversion.convert("e\u0301lan\u200b", String.class)).isEqualTo("\u00e9lan");
    }

    @Test
    void a_text_is_composed() {
        assertThat(CleanText.of("E\u0301lodie")).isEqualTo("\u00c9lodie");
    }
}
