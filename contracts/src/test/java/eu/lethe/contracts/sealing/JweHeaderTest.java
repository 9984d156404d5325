package eu.lethe.contracts.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.lethe.contracts.sealing.SealBroken.Flaw;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The header decides nothing: one algorithm, one key, one place, and no member beside them. */
class JweHeaderTest {

    private static final String KID = "\"kid\":\"4f6f2f0e-8f4c-4c43-9d55-0a4c6a1de001.narrative.1\"";
    private static final String CTX = "\"ctx\":\"b3c1d2e4-0000-4a6b-8c7d-5f1e2d3c4b01#text\"";
    private static final String ALGORITHM = "\"alg\":\"dir\",\"enc\":\"A256GCM\"";

    @Test
    void a_header_in_another_order_opens_since_any_library_may_have_sealed() {
        var foreign =
                ForgedJwe.authenticated(Claire.KEY, "{ " + ALGORITHM + ", " + CTX + ", " + KID + " }", Claire.CLEAR);

        assertThat(Claire.open(foreign.compact())).isEqualTo(Claire.CLEAR);
    }

    @ParameterizedTest
    @CsvSource({
        "A256KW, A256GCM",
        "A256GCMKW, A256GCM",
        "RSA-OAEP, A256GCM",
        "ECDH-ES, A256GCM",
        "PBES2-HS256+A128KW, A256GCM",
        "DIR, A256GCM",
        "dir, A128GCM",
        "dir, A192GCM",
        "dir, A128CBC-HS256",
        "dir, A256CBC-HS512",
        "dir, XC20P",
        "dir, a256gcm"
    })
    void another_algorithm_is_refused_even_when_authentic(String alg, String enc) {
        var forged = ForgedJwe.authenticated(
                Claire.KEY, "{\"alg\":\"" + alg + "\",\"enc\":\"" + enc + "\"," + KID + "," + CTX + "}", Claire.CLEAR);

        assertRefused(forged, Flaw.FOREIGN_ALGORITHM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"zip\":\"DEF\"",
                "\"crit\":[\"ctx\"]",
                "\"crit\":[\"exp\"],\"exp\":1",
                "\"p2c\":2147483647",
                "\"p2c\":1,\"p2s\":\"AAAAAAAAAAAAAAAA\"",
                "\"jku\":\"https://attacker.example/keys\"",
                "\"x5u\":\"https://attacker.example/chain\"",
                "\"cty\":\"JWT\"",
                "\"typ\":\"JWE\"",
                "\"b64\":false",
                "\"anything\":\"else\""
            })
    void a_member_more_is_refused_even_when_authentic(String member) {
        var forged = ForgedJwe.authenticated(
                Claire.KEY, "{" + ALGORITHM + "," + KID + "," + CTX + "," + member + "}", Claire.CLEAR);

        assertRefused(forged, Flaw.FOREIGN_ALGORITHM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "{\"alg\":\"dir\"}",
                "{\"alg\":\"none\",\"enc\":\"A256GCM\"," + KID + "," + CTX + "}",
                "{\"alg\":7,\"enc\":\"A256GCM\"," + KID + "," + CTX + "}",
                "{" + ALGORITHM + "," + CTX + "}",
                "{" + ALGORITHM + ",\"kid\":null," + CTX + "}",
                "{" + ALGORITHM + ",\"kid\":\"somebody\"," + CTX + "}",
                "{" + ALGORITHM + "," + KID + "," + CTX + ",\"epk\":7}",
                "{" + ALGORITHM + "," + KID + "," + CTX + ",\"p2c\":\"many\"}",
                "{" + ALGORITHM + "," + KID + "," + CTX + "} and more"
            })
    void a_header_that_is_none_is_refused(String header) {
        assertRefused(ForgedJwe.authenticated(Claire.KEY, header, Claire.CLEAR), Flaw.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ",\"ctx\":null", ",\"ctx\":7", ",\"ctx\":[\"b3c1d2e4-0000-4a6b-8c7d-5f1e2d3c4b01#text\"]"})
    void a_header_without_its_place_is_refused(String ctx) {
        var forged = ForgedJwe.authenticated(Claire.KEY, "{" + ALGORITHM + "," + KID + ctx + "}", Claire.CLEAR);

        assertRefused(forged, Flaw.FOREIGN_CONTEXT);
    }

    @Test
    void a_context_rewritten_to_fit_is_refused_by_the_tag() {
        var another = "b3c1d2e4-0000-4a6b-8c7d-5f1e2d3c4b02#text";
        var elsewhere = Jwe.<String>seal(
                Claire.KEY,
                new SealingContext(UUID.fromString(another.substring(0, 36)), "text"),
                Claire.CLEAR.getBytes(UTF_8));
        var forged = ForgedJwe.of(elsewhere.compact());

        assertRefused(
                forged.withHeaderJson(forged.headerJson().replace(another, Claire.TEXT_OF_CONTACT.toString())),
                Flaw.TAMPERED);
    }

    @Test
    void a_key_id_rewritten_to_fit_is_refused_by_the_tag() {
        var older = Jwe.<String>seal(
                Claire.key(Claire.PERSON, Compartment.NARRATIVE, 2, 7),
                Claire.TEXT_OF_CONTACT,
                Claire.CLEAR.getBytes(UTF_8));
        var forged = ForgedJwe.of(older.compact());

        assertRefused(
                forged.withHeaderJson(forged.headerJson().replace(".narrative.2", ".narrative.1")), Flaw.TAMPERED);
    }

    @Test
    void a_space_more_in_the_header_is_refused_by_the_tag() {
        var forged = ForgedJwe.of(Claire.sealed().compact());

        assertRefused(forged.withHeaderJson(forged.headerJson() + " "), Flaw.TAMPERED);
    }

    private static void assertRefused(ForgedJwe forged, Flaw flaw) {
        assertThatExceptionOfType(SealBroken.class)
                .isThrownBy(() -> Claire.open(forged.compact()))
                .extracting(SealBroken::flaw)
                .isEqualTo(flaw);
    }
}
