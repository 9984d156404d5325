package eu.lethe.cases.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What of a text is hidden, and that never less is than was meant. */
class MaskingTest {

    @Test
    void masks_that_overlap_hide_all_that_either_hides_and_say_both_reasons() {
        var text = "abcdefghij";

        var masking = Masking.of(text, List.of(mask(text, 2, 5, "health"), mask(text, 4, 8, "judgement")));

        assertThat(masking.ranges()).hasSize(1);
        assertThat(masking.printed(reasons -> "[" + String.join("+", reasons) + "]"))
                .isEqualTo("ab[health+judgement]ij");
    }

    @Test
    void a_mask_within_another_uncovers_nothing() {
        var text = "abcdefghij";

        assertThat(Masking.of(text, List.of(mask(text, 1, 9, "health"), mask(text, 3, 4, "judgement")))
                        .printed(_ -> "#"))
                .isEqualTo("a#j");
    }

    @Test
    void neither_an_accent_nor_half_of_a_sign_is_left_standing() {
        var accent = "Ze\u0301lie";
        var family = "x👩‍👩‍👧y";

        assertThat(Masking.of(accent, List.of(mask(accent, 0, 2, "health"))).printed(_ -> "#"))
                .isEqualTo("#lie");
        assertThat(Masking.of(family, List.of(mask(family, 2, 3, "health"))).printed(_ -> "#"))
                .isEqualTo("x#y");
    }

    @Test
    void the_first_and_the_last_character_can_be_masked_and_the_whole() {
        var text = "שרה כהן";

        assertThat(Masking.of(text, List.of(mask(text, 0, text.length(), "health")))
                        .printed(_ -> "#"))
                .isEqualTo("#");
        assertThat(Masking.of(text, List.of(mask(text, 0, 3, "health"))).printed(_ -> "#"))
                .isEqualTo("# כהן");
    }

    @Test
    void a_decision_about_another_wording_or_beyond_the_text_hides_nothing() {
        var text = "abc";

        assertThat(Masking.of(text, List.of(mask("abd", 0, 1, "health"), mask(text, 0, 4, "health")))
                        .printed(_ -> "#"))
                .isEqualTo(text);
    }

    private static Decision mask(String text, int start, int end, String reason) {
        return new Decision("contact.1.text", Decision.digestOf(text), start, end, reason, null);
    }
}
