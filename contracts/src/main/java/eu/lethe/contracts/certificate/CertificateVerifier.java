package eu.lethe.contracts.certificate;

import eu.lethe.contracts.events.EventJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Understands whether a certificate of erasure is the agency's own word, unaltered. Needs no network and no service. */
public final class CertificateVerifier {

    private static final JsonMapper JSON = EventJson.mapper();

    private CertificateVerifier() {}

    /**
     * Checks a certificate.
     *
     * @param document the file, as {@code GET /api/retention/certificates/{id}} answers it
     * @param anchorJwk the agency's public key, kept apart from the certificate
     */
    public static Verdict verify(byte[] document, String anchorJwk) {
        Anchor anchor;
        try {
            anchor = Anchor.ofJwk(anchorJwk);
        } catch (IllegalArgumentException notAnAnchor) {
            return Verdict.invalid("The anchor is not a public key of an agency (an Ed25519 JWK).");
        }
        return CertificateDocument.read(document)
                .map(file -> verify(file, anchor))
                .orElseGet(() -> Verdict.invalid(
                        "The file is not a certificate as Lethe issues it: it was altered, cut short or reformatted."));
    }

    private static Verdict verify(CertificateDocument file, Anchor anchor) {
        var certificate = SignedStatement.CERTIFICATE
                .read(file.certificate(), anchor)
                .flatMap(content -> parse(content, ErasureCertificate.class));
        if (certificate.isEmpty()) {
            return Verdict.invalid("The certificate is not signed by this agency's key, or was altered.");
        }
        var head = SignedStatement.TREE_HEAD
                .read(file.treeHead(), anchor)
                .flatMap(content -> parse(content, TreeHead.class));
        if (head.isEmpty()) {
            return Verdict.invalid("The head of the list is not signed by this agency's key, or was altered.");
        }
        if (!stands(file, head.get())) {
            return Verdict.invalid("The proof does not lead from this certificate to the signed head of the list.");
        }
        return new Verdict(true, findings(certificate.get(), file.index(), head.get()));
    }

    private static boolean stands(CertificateDocument file, TreeHead head) {
        List<byte[]> proof = new ArrayList<>();
        for (var hash : file.proof()) {
            var decoded = SignedStatement.canonical(hash);
            if (decoded.isEmpty()) {
                return false;
            }
            proof.add(decoded.get());
        }
        var salt = SignedStatement.canonical(file.salt());
        var root = SignedStatement.canonical(head.root());
        return salt.isPresent()
                && root.isPresent()
                && MerkleTree.includes(
                        root.get(),
                        head.size(),
                        file.index(),
                        CertificateDocument.leafHash(salt.get(), file.certificate()),
                        proof);
    }

    private static <T> Optional<T> parse(byte[] content, Class<T> type) {
        try {
            return Optional.of(JSON.readValue(content, type));
        } catch (JacksonException notOfThisVersion) {
            return Optional.empty();
        }
    }

    private static List<String> findings(ErasureCertificate certificate, long index, TreeHead head) {
        var horizon = certificate.horizon();
        List<String> findings = new ArrayList<>();
        findings.add("Signed by the agency's key; unaltered.");
        findings.add("Number %d in the agency's list of certificates, which held %d at %s."
                .formatted(index + 1, head.size(), head.at()));
        findings.add("Certificate %s of erasure %s (%s), issued at %s."
                .formatted(
                        certificate.certificateId(),
                        certificate.erasureId(),
                        certificate.reason(),
                        certificate.issuedAt()));
        var takenUp = certificate.takenUp();
        if (takenUp != null) {
            findings.add(
                    "Taken up after a restore at %s: the database no longer knew erasure %s, which had removed the keys; the ledger of removed keys did."
                            .formatted(takenUp.at(), takenUp.erasureId()));
        }
        findings.add("%d key(s) of %d person(s) were removed between %s and %s: what they sealed is unreadable."
                .formatted(certificate.keys(), certificate.persons(), horizon.removedFrom(), horizon.removedTo()));
        findings.add("No backup brings them back since the epoch keys were destroyed: "
                + horizon.epochs().stream()
                        .map(epoch -> "epoch %d at %s".formatted(epoch.epoch(), epoch.destroyedAt()))
                        .collect(Collectors.joining(", "))
                + ".");
        if (!certificate.notified().isEmpty()) {
            findings.add("Notified, and not confirmed by: " + String.join(", ", certificate.notified()) + ".");
        }
        var late = certificate.late();
        if (late != null && !late.isEmpty()) {
            findings.add("Keys were removed without waiting any longer for who had not caught up with the suspension: "
                    + String.join(", ", late) + ".");
        }
        findings.addAll(certificate.limits());
        return findings;
    }
}
