package eu.lethe.cases.copy;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.cases.copy.Mentions.Known;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a text speaks of somebody who is known. */
class MentionsTest {

    @Test
    void a_name_is_found_whatever_its_accents_and_case_and_only_as_a_word() {
        assertThat(found("Vu ZOE\u0301, zoé et Zoélie.", "Zoé")).containsExactly("ZOE\u0301", "zoé");
    }

    @Test
    void a_name_is_found_with_and_without_its_hyphens_and_joined_letters() {
        assertThat(found("Marie Claire, marie‑claire et Loetitia.", "Marie-Claire", "Lœtitia"))
                .containsExactly("Marie Claire", "marie‑claire", "Loetitia");
        assertThat(found("Łukasz et Lukasz d’Angelo", "Lukasz", "D'Angelo"))
                .containsExactly("Łukasz", "Lukasz", "d’Angelo");
    }

    @Test
    void what_lies_over_each_other_is_one_passage() {
        assertThat(found("Vu Zoé Merle hier.", "Merle", "Zoé Merle", "Zoé")).containsExactly("Zoé Merle");
    }

    @Test
    void a_name_of_another_script_is_found_as_it_is_and_a_long_text_is_searched() {
        assertThat(found("פגש את שרה כהן אתמול", "שרה כהן")).containsExactly("שרה כהן");
        assertThat(found("œ".repeat(50_000) + " Zoé ﬃ Zoé", "Zoé")).hasSize(2);
    }

    private static List<String> found(String text, String... words) {
        return Mentions.in(
                        text,
                        List.of(words).stream()
                                .map(word -> new Known("household", word))
                                .toList())
                .stream()
                .map(mention -> text.substring(mention.start(), mention.end()))
                .toList();
    }
}
