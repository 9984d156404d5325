package eu.lethe.contracts.sealing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.lethe.contracts.sealing.SealBroken.Flaw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One ciphertext has one spelling, and no other spelling opens. */
class JweAlterationTest {

    private static final long SEED = 20_260_301;

    private final String compact = Claire.sealed().compact();

    @Test
    void every_bit_flipped_is_refused() {
        var opened = new ArrayList<Integer>();
        var bytes = compact.getBytes(US_ASCII);
        for (var bit = 0; bit < bytes.length * 8; bit++) {
            var altered = bytes.clone();
            altered[bit / 8] ^= (byte) (1 << bit % 8);
            if (!isRefused(new String(altered, ISO_8859_1))) {
                opened.add(bit);
            }
        }
        assertThat(opened).as("bits that may be flipped unseen").isEmpty();
    }

    @Test
    void every_bit_flipped_under_the_encoding_is_refused_by_the_tag() {
        var forged = ForgedJwe.of(compact);
        var ciphertext = ForgedJwe.decoded(forged.ciphertext());
        for (var bit = 0; bit < ciphertext.length * 8; bit++) {
            var altered = ciphertext.clone();
            altered[bit / 8] ^= (byte) (1 << bit % 8);
            assertRefused(
                    forged.withCiphertextAndTag(ForgedJwe.encoded(altered), forged.tag())
                            .compact(),
                    Flaw.TAMPERED);
        }
    }

    @Test
    void every_shortened_form_is_refused() {
        for (var length = 0; length < compact.length(); length++) {
            assertThat(isRefused(compact.substring(0, length)))
                    .as("first %d characters refused", length)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"=", " ", "\n", ".", "A", "\u00e9"})
    void anything_appended_is_refused(String more) {
        assertThat(isRefused(compact + more)).isTrue();
    }

    @Test
    void a_line_break_inside_is_refused_although_decoders_skip_it() {
        assertRefused(
                compact.substring(0, compact.length() - 4) + "\n" + compact.substring(compact.length() - 4),
                Flaw.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 8, 12, 15})
    void a_tag_cut_short_is_refused_even_if_its_bytes_stand_in_the_ciphertext(int length) {
        var forged = ForgedJwe.of(compact);
        var ciphertext = ForgedJwe.decoded(forged.ciphertext());
        var tag = ForgedJwe.decoded(forged.tag());
        var longer = Arrays.copyOf(ciphertext, ciphertext.length + tag.length - length);
        System.arraycopy(tag, 0, longer, ciphertext.length, tag.length - length);
        var rest = Arrays.copyOfRange(tag, tag.length - length, tag.length);

        assertRefused(
                forged.withCiphertextAndTag(ForgedJwe.encoded(longer), ForgedJwe.encoded(rest))
                        .compact(),
                Flaw.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 11, 13, 16})
    void an_iv_of_another_length_is_refused(int length) {
        assertRefused(
                ForgedJwe.of(compact)
                        .withIv(ForgedJwe.encoded(new byte[length]))
                        .compact(),
                Flaw.MALFORMED);
    }

    @Test
    void an_encrypted_key_is_refused_since_the_key_is_agreed_on() {
        assertRefused(ForgedJwe.of(compact).withEncryptedKey("AAAA").compact(), Flaw.MALFORMED);
    }

    @Test
    void whatever_is_sealed_opens_and_whatever_is_altered_does_not() {
        var random = new Random(SEED);
        for (var round = 0; round < 300; round++) {
            var clear = new byte[random.nextInt(2_000)];
            random.nextBytes(clear);
            var sealed = Jwe.<byte[]>seal(Claire.KEY, Claire.TEXT_OF_CONTACT, clear);
            assertThat(Jwe.open(Claire.KEY, Claire.TEXT_OF_CONTACT, sealed)).isEqualTo(clear);

            var altered = new StringBuilder(sealed.compact());
            altered.setCharAt(random.nextInt(altered.length()), (char) ('A' + random.nextInt(26)));
            assertThat(altered.toString().equals(sealed.compact()) || isRefused(altered.toString()))
                    .as("round %d of seed %d", round, SEED)
                    .isTrue();
        }
    }

    @Test
    void a_text_of_a_megabyte_seals_and_opens() {
        var clear = "é".repeat(500_000).getBytes(UTF_8);

        var sealed = Jwe.<String>seal(Claire.KEY, Claire.TEXT_OF_CONTACT, clear);

        assertThat(Jwe.open(Claire.KEY, Claire.TEXT_OF_CONTACT, sealed)).isEqualTo(clear);
    }

    private static boolean isRefused(String altered) {
        try {
            Claire.open(altered);
            return false;
        } catch (SealBroken refused) {
            return true;
        }
    }

    private static void assertRefused(String altered, Flaw flaw) {
        assertThatExceptionOfType(SealBroken.class)
                .isThrownBy(() -> Claire.open(altered))
                .extracting(SealBroken::flaw)
                .isEqualTo(flaw);
    }
}
