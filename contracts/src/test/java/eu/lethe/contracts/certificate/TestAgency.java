package eu.lethe.contracts.certificate;

import com.nimbusds.jose.util.Base64URL;
import eu.lethe.contracts.certificate.ErasureCertificate.ByRule;
import eu.lethe.contracts.certificate.ErasureCertificate.Confirmation;
import eu.lethe.contracts.certificate.ErasureCertificate.Count;
import eu.lethe.contracts.certificate.ErasureCertificate.Decided;
import eu.lethe.contracts.certificate.ErasureCertificate.DestroyedEpoch;
import eu.lethe.contracts.certificate.ErasureCertificate.Horizon;
import eu.lethe.contracts.certificate.ErasureCertificate.Verified;
import eu.lethe.contracts.events.EventJson;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Understands an agency whose key everybody knows, so that what it signs is the same on each day and each machine. */
record TestAgency(PrivateKey privateKey, PublicKey publicKey) {

    static final JsonMapper JSON = EventJson.mapper();
    static final Instant ISSUED = Instant.parse("2028-11-25T02:00:00Z");

    /** The pairs are the first three of RFC 8032 section 7.1. */
    static TestAgency first() {
        return of(
                "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
                "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    }

    static TestAgency second() {
        return of(
                "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
                "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    }

    static TestAgency witness() {
        return of(
                "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
                "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025");
    }

    private static TestAgency of(String seed, String point) {
        try {
            var keys = KeyFactory.getInstance("Ed25519");
            return new TestAgency(
                    keys.generatePrivate(new EdECPrivateKeySpec(
                            NamedParameterSpec.ED25519, HexFormat.of().parseHex(seed))),
                    keys.generatePublic(
                            new X509EncodedKeySpec(HexFormat.of().parseHex("302a300506032b6570032100" + point))));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String anchor() {
        return JSON.writeValueAsString(Anchor.of(publicKey).toJwk());
    }

    String keyId() {
        return Anchor.of(publicKey).keyId();
    }

    String sign(SignedStatement form, Object content) {
        return form.sign(JSON.writeValueAsBytes(content), keyId(), privateKey);
    }

    /** A JWS with a header that Lethe would not write, and a signature that is right for it. */
    String signWithHeader(String header, String payload) {
        var input = Base64URL.encode(header) + "." + Base64URL.encode(payload);
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(privateKey);
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            return input + "." + Base64URL.encode(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The head over leaves. */
    TreeHead headOf(List<byte[]> leaves) {
        return new TreeHead(
                leaves.size(), Base64URL.encode(new MerkleTree(leaves).root()).toString(), ISSUED);
    }

    /** The signed head over leaves. */
    String signedHead(List<byte[]> leaves) {
        return sign(SignedStatement.TREE_HEAD, headOf(leaves));
    }

    /** Leaves of other certificates, nothing of which matters. */
    static List<byte[]> leaves(int count) {
        List<byte[]> leaves = new ArrayList<>();
        for (var number = 0; number < count; number++) {
            leaves.add(MerkleTree.leafHash(new byte[] {(byte) number}));
        }
        return leaves;
    }

    /** A certificate as the agency signs it. */
    static ErasureCertificate content() {
        return new ErasureCertificate(
                UUID.fromString("3f0c1a52-9d4e-4c55-8f9e-5a0e1f6d2b11"),
                UUID.fromString("8b6f9e0d-2a1c-4f7b-9c3d-7e5f4a3b2c1d"),
                "deadline",
                ISSUED,
                null,
                new Decided("retention-admin", "retention-admin"),
                2,
                3,
                List.of(new ByRule(
                        "single-visit",
                        2,
                        "Passage unique",
                        "Single visit",
                        "Référentiel CNIL social et médico-social, 2021, section 6")),
                List.of(new Count("centre", 2)),
                List.of(new Count("identity", 2), new Count("narrative", 1)),
                new Horizon(
                        LocalDate.parse("2028-11-24"),
                        LocalDate.parse("2028-11-24"),
                        List.of(new DestroyedEpoch(3, Instant.parse("2028-11-25T01:00:00Z"))),
                        "pkcs12-file"),
                new Verified(3, 3, 3, 4),
                List.of(
                        new Confirmation("case-service", ISSUED, ISSUED),
                        new Confirmation("reporting-service", ISSUED, null)),
                List.of("partner-integrator"),
                List.of(),
                41,
                null,
                List.of(
                        "cDeXvnrb6Yb7Aq2Tq3W8yC3jv0k2rH7o9T1d5x6zQ0E",
                        "dEeXvnrb6Yb7Aq2Tq3W8yC3jv0k2rH7o9T1d5x6zQ0E",
                        "eEeXvnrb6Yb7Aq2Tq3W8yC3jv0k2rH7o9T1d5x6zQ0E"),
                List.of("Whoever was leased a key may have kept it."),
                List.of("Qui avait reçu une clé a pu la garder."));
    }
}
