package eu.lethe.contracts.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.lethe.contracts.sealing.SealBroken.Flaw;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What is sealed opens with its key, in its place, and nowhere else. */
class JweTest {

    private static final UUID SOMEBODY_ELSE = UUID.fromString("4f6f2f0e-8f4c-4c43-9d55-0a4c6a1de002");
    private static final UUID ANOTHER_CONTACT = UUID.fromString("b3c1d2e4-0000-4a6b-8c7d-5f1e2d3c4b02");

    private final Sealed<String> sealed = Claire.sealed();

    @Test
    void what_was_sealed_opens_with_its_key_in_its_place() {
        assertThat(Jwe.open(Claire.KEY, Claire.TEXT_OF_CONTACT, sealed))
                .asString(UTF_8)
                .isEqualTo(Claire.CLEAR);
    }

    @Test
    void an_empty_text_can_be_sealed() {
        var empty = Jwe.<String>seal(Claire.KEY, Claire.TEXT_OF_CONTACT, new byte[0]);

        assertThat(Jwe.open(Claire.KEY, Claire.TEXT_OF_CONTACT, empty)).isEmpty();
    }

    @Test
    void the_header_holds_algorithm_key_id_and_context_and_nothing_else() {
        var header = JsonMapper.shared().readTree(ForgedJwe.of(sealed.compact()).headerJson());

        assertThat(header).isEqualTo(JsonMapper.shared().readTree("""
                {
                  "alg": "dir",
                  "enc": "A256GCM",
                  "kid": "4f6f2f0e-8f4c-4c43-9d55-0a4c6a1de001.narrative.1",
                  "ctx": "b3c1d2e4-0000-4a6b-8c7d-5f1e2d3c4b01#text"
                }"""));
    }

    @Test
    void two_seals_of_one_text_differ() {
        assertThat(Claire.sealed()).isNotEqualTo(sealed);
    }

    @Test
    void the_same_ciphertext_is_equal_wherever_it_was_read() {
        assertThat(Sealed.ofCompact(sealed.compact())).isEqualTo(sealed).hasSameHashCodeAs(sealed);
    }

    @Test
    void a_ciphertext_moved_to_another_record_is_refused() {
        refused(Claire.KEY, new SealingContext(ANOTHER_CONTACT, "text"), Flaw.FOREIGN_CONTEXT);
    }

    @Test
    void a_ciphertext_moved_to_another_field_is_refused() {
        refused(Claire.KEY, new SealingContext(Claire.CONTACT, "codes"), Flaw.FOREIGN_CONTEXT);
    }

    @Test
    void a_ciphertext_moved_to_another_compartment_is_refused() {
        refused(
                Claire.sameSecretAs(new KeyId(Claire.PERSON, Compartment.IDENTITY, 1)),
                Claire.TEXT_OF_CONTACT,
                Flaw.FOREIGN_KEY);
    }

    @Test
    void a_ciphertext_moved_to_another_person_is_refused() {
        refused(
                Claire.sameSecretAs(new KeyId(SOMEBODY_ELSE, Compartment.NARRATIVE, 1)),
                Claire.TEXT_OF_CONTACT,
                Flaw.FOREIGN_KEY);
    }

    @Test
    void a_ciphertext_of_a_destroyed_generation_is_refused_by_the_key_of_the_next() {
        refused(
                Claire.sameSecretAs(new KeyId(Claire.PERSON, Compartment.NARRATIVE, 2)),
                Claire.TEXT_OF_CONTACT,
                Flaw.FOREIGN_KEY);
    }

    @Test
    void another_secret_under_the_same_name_opens_nothing() {
        refused(Claire.key(Claire.PERSON, Compartment.NARRATIVE, 1, 8), Claire.TEXT_OF_CONTACT, Flaw.TAMPERED);
    }

    private void refused(ContentKey key, SealingContext context, Flaw flaw) {
        assertThatExceptionOfType(SealBroken.class)
                .isThrownBy(() -> Jwe.open(key, context, sealed))
                .extracting(SealBroken::flaw)
                .isEqualTo(flaw);
    }
}
