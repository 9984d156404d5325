package eu.lethe.contracts.sealing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Whatever the bytes, the opener answers with the clear text or with {@link SealBroken}, and with nothing else. */
class OpenerFuzzTest {

    private static final long SEED = Long.getLong("lethe.fuzz.seed", 4_711);
    private static final int ROUNDS = Integer.getInteger("lethe.fuzz.rounds", 20_000);

    /** What parsers stumble over, as header members and as values. */
    private static final List<String> FRAGMENTS = List.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\"",
            "\\",
            "\\u0000",
            "\\ud800",
            "null",
            "true",
            "-1",
            "1e999",
            "0.0000001",
            "\"alg\":",
            "\"enc\":",
            "\"kid\":",
            "\"ctx\":",
            "\"zip\":",
            "\"crit\":",
            "\"p2c\":",
            "\"p2s\":",
            "\"epk\":",
            "\"x5c\":",
            "\"x5t\":",
            "\"jwk\":",
            "\"jku\":",
            "\"apu\":",
            "\"iv\":",
            "\"tag\":",
            "\"skid\":",
            "\"typ\":",
            "\"cty\":",
            "\"dir\"",
            "\"none\"",
            "\"A256GCM\"",
            "\"DEF\"",
            "{\"kty\":\"oct\",\"k\":\"\"}",
            "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\"}",
            "[[[[[[[[",
            "\u0000",
            "\u00ff");

    private final Random random = new Random(SEED);

    @Test
    void any_bytes_at_all() {
        rounds(() -> {
            var bytes = new byte[random.nextInt(120)];
            random.nextBytes(bytes);
            return new String(bytes, ISO_8859_1);
        });
    }

    @Test
    void five_parts_of_any_bytes() {
        rounds(() -> String.join(".", part(), part(), part(), part(), part()));
    }

    @Test
    void headers_made_of_what_parsers_stumble_over() {
        rounds(() -> {
            var header = new StringBuilder(random.nextBoolean() ? "{" : "");
            for (var count = random.nextInt(12); count > 0; count--) {
                header.append(FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
            }
            return ForgedJwe.authenticated(Claire.KEY, header.append('}').toString(), Claire.CLEAR)
                    .compact();
        });
    }

    @Test
    void good_headers_with_one_fragment_put_in() {
        var good = ForgedJwe.of(Claire.sealed().compact()).headerJson();
        rounds(() -> {
            var place = random.nextInt(good.length());
            var fragment = FRAGMENTS.get(random.nextInt(FRAGMENTS.size()));
            var cut = Math.min(good.length(), place + random.nextInt(12));
            return ForgedJwe.authenticated(
                            Claire.KEY, good.substring(0, place) + fragment + good.substring(cut), Claire.CLEAR)
                    .compact();
        });
    }

    @Test
    void a_header_nested_ten_thousand_deep() {
        answersOrRefuses(ForgedJwe.authenticated(
                        Claire.KEY, "{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}", Claire.CLEAR)
                .compact());
    }

    private void rounds(Supplier<String> bytes) {
        for (var round = 0; round < ROUNDS; round++) {
            answersOrRefuses(bytes.get());
        }
    }

    private static void answersOrRefuses(String compact) {
        try {
            Claire.open(compact);
        } catch (SealBroken refused) {
            // the one exception that is declared
        } catch (RuntimeException | Error escaped) {
            fail("seed " + SEED + ": " + escaped.getClass().getName() + " came out for " + compact, escaped);
        }
    }

    private String part() {
        var bytes = new byte[random.nextInt(40)];
        random.nextBytes(bytes);
        return random.nextInt(4) == 0 ? new String(bytes, ISO_8859_1) : ForgedJwe.encoded(bytes);
    }
}
