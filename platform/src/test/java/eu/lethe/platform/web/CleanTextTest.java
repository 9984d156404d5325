package eu.lethe.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
}
