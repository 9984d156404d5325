package eu.lethe.contracts.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key id has one spelling, so that two texts never mean one key. */
class KeyIdTest {

    private static final String PERSON = "4f6f2f0e-8f4c-4c43-9d55-0a4c6a1de001";

    @ParameterizedTest
    @ValueSource(strings = {"narrative.1", "third-party.12", "identity.2147483647"})
    void the_written_form_is_read_back(String rest) {
        assertThat(KeyId.parse(PERSON + "." + rest)).hasToString(PERSON + "." + rest);
    }

    @Test
    void it_says_whose_for_what_and_which_generation() {
        assertThat(KeyId.parse(PERSON + ".narrative.3")).isEqualTo(new KeyId(Claire.PERSON, Compartment.NARRATIVE, 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4F6F2F0E-8F4C-4C43-9D55-0A4C6A1DE001.narrative.1",
                "f-f-f-f-f.narrative.1",
                PERSON + ".narrative.0",
                PERSON + ".narrative.01",
                PERSON + ".narrative.+1",
                PERSON + ".narrative.-1",
                PERSON + ".narrative.\u0661",
                PERSON + ".narrative.2147483648",
                PERSON + ".narrative.",
                PERSON + ".narrative",
                PERSON + ".Narrative.1",
                PERSON + ".narrative.1.1",
                PERSON + "..1",
                PERSON,
                " " + PERSON + ".narrative.1",
                PERSON + ".narrative.1\n",
                "",
                "..",
                "not a key id"
            })
    void any_other_spelling_is_refused(String kid) {
        assertThatIllegalArgumentException().isThrownBy(() -> KeyId.parse(kid));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "n",
                "Identity",
                "third_party",
                "-health",
                "health2",
                "a.b",
                "café",
                "a-compartment-with-far-too-long-a-name"
            })
    void a_compartment_is_lower_case_letters_and_hyphens(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Compartment(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"consent", "rights"})
    void the_evidence_of_consents_and_rights_outlives_the_file(String code) {
        assertThat(new Compartment(code).outlivesTheFile()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "narrative", "coding", "third-party", "health"})
    void all_else_goes_with_the_file(String code) {
        assertThat(new Compartment(code).outlivesTheFile()).isFalse();
    }
}
