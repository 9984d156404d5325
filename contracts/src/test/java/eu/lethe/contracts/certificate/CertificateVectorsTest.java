package eu.lethe.contracts.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.contracts.certificate.CertificateVectors.Vector;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The page {@code /verify} of the front end reads the same file (web/staff/src/verify/vectors.test.ts), and must answer alike. */
class CertificateVectorsTest {

    private static final Path FILE = Path.of("src/test/resources/certificates/vectors.json");
    private static final JsonMapper LINES =
            TestAgency.JSON.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void each_is_answered_as_it_says(String name, Vector vector) {
        var kept = vector.kept() == null ? null : new KeptHead(vector.kept(), vector.growth(), vector.witness());

        var verdict = CertificateVerifier.verify(bytes(vector.document()), vector.anchor(), kept);

        assertThat(verdict.why().map(Refusal::code).orElse(null)).as(name).isEqualTo(vector.refusal());
        assertThat(verdict.findings(Locale.FRENCH))
                .hasSameSizeAs(verdict.findings())
                .doesNotContain("");
    }

    @Test
    void the_file_holds_what_this_code_makes() throws IOException {
        var made = LINES.writeValueAsString(CertificateVectors.all()) + "\n";
        if (Boolean.getBoolean("lethe.vectors.write")) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, made);
        }

        assertThat(Files.readString(FILE))
                .as("run this test with -Dlethe.vectors.write=true to write it anew")
                .isEqualTo(made);
    }

    @Test
    void every_refusal_has_its_vector_but_the_one_that_would_be_too_large_to_keep() throws IOException {
        assertThat(vectors().map(arguments -> ((Vector) arguments[1]).refusal()).distinct())
                .containsAll(Stream.of(Refusal.values())
                        .filter(why -> why != Refusal.TOO_LARGE)
                        .map(Refusal::code)
                        .toList());
    }

    @Test
    void what_is_larger_than_any_certificate_is_not_read() {
        var huge = new byte[CertificateVerifier.LARGEST + 1];
        var holds = CertificateVectors.all().getFirst();

        assertThat(CertificateVerifier.verify(huge, holds.anchor()).why()).contains(Refusal.TOO_LARGE);
        assertThat(CertificateVerifier.verify(
                                bytes(holds.document()),
                                holds.anchor(),
                                new KeptHead("x".repeat(huge.length), null, null))
                        .why())
                .contains(Refusal.TOO_LARGE);
    }

    private static Stream<Object[]> vectors() throws IOException {
        var kept = TestAgency.JSON.readValue(Files.readAllBytes(FILE), new TypeReference<List<Vector>>() {});
        return kept.stream().map(vector -> new Object[] {vector.name(), vector});
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
