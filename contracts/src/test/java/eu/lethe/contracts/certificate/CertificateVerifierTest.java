package eu.lethe.contracts.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.Base64URL;
import eu.lethe.contracts.certificate.ErasureCertificate.ByRule;
import eu.lethe.contracts.certificate.ErasureCertificate.Confirmation;
import eu.lethe.contracts.certificate.ErasureCertificate.Count;
import eu.lethe.contracts.certificate.ErasureCertificate.DestroyedEpoch;
import eu.lethe.contracts.certificate.ErasureCertificate.Horizon;
import eu.lethe.contracts.certificate.ErasureCertificate.TakenUp;
import eu.lethe.contracts.certificate.ErasureCertificate.Verified;
import eu.lethe.contracts.events.EventJson;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CertificateVerifierTest {

    private static final KeyPair AGENCY = keyPair();
    private static final Instant ISSUED = Instant.parse("2028-11-25T02:00:00Z");

    @Test
    void a_certificate_holds_against_the_agencys_anchor() {
        var verdict = CertificateVerifier.verify(document(), anchor(AGENCY));

        assertThat(verdict.findings()).contains("Signed by the agency's key; unaltered.");
        assertThat(verdict.valid()).isTrue();
    }

    @Test
    void the_reader_is_told_the_horizon_and_who_did_not_confirm() {
        assertThat(CertificateVerifier.verify(document(), anchor(AGENCY)).findings())
                .anyMatch(finding -> finding.contains("epoch 3 at 2028-11-25T01:00:00Z"))
                .anyMatch(finding -> finding.contains("not confirmed by: integrator"));
    }

    @Test
    void the_reader_is_told_who_was_late_and_that_it_was_taken_up_after_a_restore() {
        assertThat(CertificateVerifier.verify(document(), anchor(AGENCY)).findings())
                .anyMatch(finding -> finding.endsWith("had not caught up with the suspension: reporting-service."))
                .anyMatch(finding -> finding.startsWith("Taken up after a restore at 2028-11-25T02:00:00Z: ")
                        && finding.contains("erasure 5d1f6c2e-0b7a-4e0d-9a55-3c8e7f1a2b30"));
    }

    @Test
    void a_certificate_from_before_anybody_was_named_as_late_still_holds() {
        var older = certificate(null, null);

        assertThat(new String(EventJson.mapper().writeValueAsBytes(content(null, null)), StandardCharsets.UTF_8))
                .doesNotContain("late", "takenUp", "decided", "legalSource", "knownByHash", "limitsInFrench");
        assertThat(CertificateVerifier.verify(
                                document(older, older.getBytes(StandardCharsets.US_ASCII)), anchor(AGENCY))
                        .valid())
                .isTrue();
    }

    @Test
    void no_byte_of_it_can_be_altered_by_a_bit() {
        var document = document();
        var anchor = anchor(AGENCY);
        for (var position = 0; position < document.length; position++) {
            var altered = document.clone();
            altered[position] ^= (byte) (1 << position % 8);

            assertThat(CertificateVerifier.verify(altered, anchor).valid())
                    .as("byte %d", position)
                    .isFalse();
        }
    }

    @Test
    void a_line_end_that_a_tool_added_does_no_harm() {
        var document = document();
        var withLineEnd = Arrays.copyOf(document, document.length + 1);
        withLineEnd[document.length] = '\n';

        assertThat(CertificateVerifier.verify(withLineEnd, anchor(AGENCY)).valid())
                .isTrue();
    }

    @Test
    void another_agencys_anchor_proves_nothing() {
        assertThat(CertificateVerifier.verify(document(), anchor(keyPair())).findings())
                .containsExactly("The certificate is not signed by this agency's key, or was altered.");
    }

    @Test
    void a_certificate_that_was_never_in_the_list_is_found_out() {
        var document = document(certificate(), "another".getBytes(StandardCharsets.UTF_8));

        assertThat(CertificateVerifier.verify(document, anchor(AGENCY)).findings())
                .containsExactly("The proof does not lead from this certificate to the signed head of the list.");
    }

    @Test
    void a_tree_head_does_not_pass_for_a_certificate() {
        var head = SignedStatement.TREE_HEAD.sign("{}".getBytes(StandardCharsets.UTF_8), keyId(), AGENCY.getPrivate());

        assertThat(SignedStatement.CERTIFICATE.read(head, Anchor.ofJwk(anchor(AGENCY))))
                .isEmpty();
    }

    @Test
    void what_is_no_certificate_at_all_is_refused_with_a_sentence() {
        var anything = Stream.of("", "null", "[]", "{}", "{\"certificate\":1}", "\u0000");

        assertThat(anything.map(
                        text -> CertificateVerifier.verify(text.getBytes(StandardCharsets.UTF_8), anchor(AGENCY))))
                .allSatisfy(verdict -> {
                    assertThat(verdict.valid()).isFalse();
                    assertThat(verdict.findings()).singleElement().asString().startsWith("The file is not");
                });
    }

    @Test
    void what_is_no_anchor_is_refused_with_a_sentence() {
        assertThat(CertificateVerifier.verify(document(), "{\"kty\":\"RSA\"}").findings())
                .singleElement()
                .asString()
                .startsWith("The anchor is not");
    }

    private static byte[] document() {
        var certificate = certificate();
        return document(certificate, certificate.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] document(String certificate, byte[] listed) {
        var salt = new byte[32];
        salt[0] = 7;
        var leaf = CertificateDocument.leafHash(salt, new String(listed, StandardCharsets.US_ASCII));
        var tree =
                new MerkleTree(List.of(MerkleTree.leafHash(new byte[] {1}), MerkleTree.leafHash(new byte[] {2}), leaf));
        var head = EventJson.mapper()
                .writeValueAsBytes(new TreeHead(3, Base64URL.encode(tree.root()).toString(), ISSUED));
        return CertificateDocument.of(
                        certificate,
                        salt,
                        2,
                        tree.inclusionProof(2),
                        SignedStatement.TREE_HEAD.sign(head, keyId(), AGENCY.getPrivate()))
                .toJson();
    }

    private static String certificate() {
        return certificate(
                new TakenUp(UUID.fromString("5d1f6c2e-0b7a-4e0d-9a55-3c8e7f1a2b30"), ISSUED),
                List.of("reporting-service"));
    }

    private static String certificate(@Nullable TakenUp takenUp, @Nullable List<String> late) {
        return SignedStatement.CERTIFICATE.sign(
                EventJson.mapper().writeValueAsBytes(content(takenUp, late)), keyId(), AGENCY.getPrivate());
    }

    private static ErasureCertificate content(@Nullable TakenUp takenUp, @Nullable List<String> late) {
        return new ErasureCertificate(
                UUID.fromString("3f0c1a52-9d4e-4c55-8f9e-5a0e1f6d2b11"),
                UUID.fromString("8b6f9e0d-2a1c-4f7b-9c3d-7e5f4a3b2c1d"),
                "deadline",
                ISSUED,
                takenUp,
                null,
                1,
                1,
                List.of(new ByRule("single-visit", 1, null, null, null)),
                List.of(new Count("centre", 1)),
                List.of(new Count("identity", 1)),
                new Horizon(
                        LocalDate.parse("2028-11-24"),
                        LocalDate.parse("2028-11-24"),
                        List.of(new DestroyedEpoch(3, Instant.parse("2028-11-25T01:00:00Z"))),
                        "pkcs12-file"),
                new Verified(1, 1, 1, 4),
                List.of(new Confirmation("case-service", ISSUED, ISSUED)),
                List.of("integrator"),
                late,
                1,
                null,
                List.of("cDeXvnrb6Yb7Aq2Tq3W8yC3jv0k2rH7o9T1d5x6zQ0E"),
                List.of("Old blocks of a file on a solid-state disk may outlive it."),
                null);
    }

    private static String keyId() {
        return Anchor.of(AGENCY.getPublic()).keyId();
    }

    private static String anchor(KeyPair keys) {
        return EventJson.mapper().writeValueAsString(Anchor.of(keys.getPublic()).toJwk());
    }

    private static KeyPair keyPair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
