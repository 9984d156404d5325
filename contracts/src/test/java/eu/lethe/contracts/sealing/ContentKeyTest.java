package eu.lethe.contracts.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** A content key is 256 bits under a Lethe key id, goes over the wire as a JWK, and is never printed. */
class ContentKeyTest {

    private static final String KID = "4f6f2f0e-8f4c-4c43-9d55-0a4c6a1de001.narrative.1";
    private static final String SECRET = "BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc";

    @Test
    void the_jwk_holds_what_a_jose_library_asks_for() {
        assertThat(Claire.KEY.toJwk())
                .containsOnly(entry("kty", "oct"), entry("kid", KID), entry("alg", "dir"), entry("k", SECRET));
    }

    @Test
    void a_key_read_from_its_jwk_opens_what_it_sealed() {
        var read = ContentKey.ofJwk(JsonMapper.shared().writeValueAsString(Claire.KEY.toJwk()));

        assertThat(Jwe.open(read, Claire.TEXT_OF_CONTACT, Claire.sealed())).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"kty\":\"oct\",\"k\":\"" + SECRET + "\"}",
                "{\"kty\":\"oct\",\"kid\":\"somebody\",\"k\":\"" + SECRET + "\"}",
                "{\"kty\":\"oct\",\"kid\":\"" + KID + "\"}",
                "{\"kty\":\"oct\",\"kid\":\"" + KID + "\",\"k\":\"BwcH\"}",
                "{\"kty\":\"EC\",\"kid\":\"" + KID + "\",\"k\":\"" + SECRET + "\"}"
            })
    void what_is_not_such_a_jwk_is_refused(String jwk) {
        assertThatIllegalArgumentException().isThrownBy(() -> ContentKey.ofJwk(jwk));
    }

    @Test
    void a_refusal_does_not_quote_the_key() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContentKey.ofJwk("{\"kty\":\"oct\",\"kid\":\"somebody\",\"k\":\"" + SECRET + "\"}"))
                .satisfies(
                        refused -> assertThat(Throwables.getStackTrace(refused)).doesNotContain(SECRET));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16, 31, 33, 64})
    void another_length_is_refused(int length) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ContentKey(Claire.KEY.id(), new byte[length]));
    }

    @Test
    void changing_the_bytes_it_was_made_of_does_not_change_it() {
        var bytes = Claire.KEY.secret().clone();
        var key = new ContentKey(Claire.KEY.id(), bytes);
        bytes[0]++;

        assertThat(Jwe.open(key, Claire.TEXT_OF_CONTACT, Claire.sealed())).isNotEmpty();
    }

    @Test
    void it_prints_its_id_and_no_more() {
        assertThat(Claire.KEY).hasToString("ContentKey[" + KID + "]");
    }

    @Test
    void a_broken_seal_names_the_flaw_and_no_more() {
        assertThatExceptionOfType(SealBroken.class)
                .isThrownBy(() -> Sealed.ofCompact("Elle dort chez une amie"))
                .withMessage("sealed value refused: MALFORMED")
                .withNoCause();
    }

    @Test
    void a_key_for_another_use_is_made_of_it_and_is_not_it() {
        assertThat(Claire.KEY.derived("lethe stream 1"))
                .hasSize(ContentKey.LENGTH)
                .isNotEqualTo(Claire.KEY.secret())
                .isNotEqualTo(Claire.KEY.derived("lethe stream 2"))
                .isEqualTo(Claire.KEY.derived("lethe stream 1"));
    }
}
