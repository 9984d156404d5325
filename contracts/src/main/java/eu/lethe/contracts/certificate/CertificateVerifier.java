package eu.lethe.contracts.certificate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Understands whether a certificate of erasure is the agency's own word, unaltered. Needs no network and no service. */
public final class CertificateVerifier {

    /** No file that is checked is larger: a run of ten thousand persons makes a certificate of some five megabytes. */
    public static final int LARGEST = 16 << 20;

    private CertificateVerifier() {}

    /**
     * Checks a certificate.
     *
     * @param document the file, as {@code GET /api/retention/certificates/{id}} answers it
     * @param anchorJwk the agency's public key, kept apart from the certificate
     */
    public static Verdict verify(byte[] document, String anchorJwk) {
        return verify(document, anchorJwk, null);
    }

    /**
     * Checks a certificate, and that the list it stands in was neither cut nor rewritten since, or before, a head was kept.
     *
     * @param document the file, as {@code GET /api/retention/certificates/{id}} answers it
     * @param anchorJwk the agency's public key, kept apart from the certificate
     * @param kept that head, if there is one
     */
    public static Verdict verify(byte[] document, String anchorJwk, @Nullable KeptHead kept) {
        Anchor anchor;
        try {
            anchor = Anchor.ofJwk(anchorJwk);
        } catch (IllegalArgumentException notAnAnchor) {
            return Verdict.invalid(Refusal.NOT_AN_ANCHOR);
        }
        if (document.length > LARGEST) {
            return Verdict.invalid(Refusal.TOO_LARGE);
        }
        return CertificateDocument.read(document)
                .map(file -> verify(file, anchor, kept))
                .orElseGet(() -> Verdict.invalid(Refusal.NOT_A_CERTIFICATE));
    }

    private static Verdict verify(CertificateDocument file, Anchor anchor, @Nullable KeptHead kept) {
        var certificate = SignedStatement.CERTIFICATE.read(file.certificate(), anchor, ErasureCertificate.class);
        if (certificate.isEmpty()) {
            return Verdict.invalid(Refusal.NOT_SIGNED);
        }
        var head = SignedStatement.TREE_HEAD.read(file.treeHead(), anchor, TreeHead.class);
        if (head.isEmpty()) {
            return Verdict.invalid(Refusal.HEAD_NOT_SIGNED);
        }
        if (!stands(file, head.get())) {
            return Verdict.invalid(Refusal.NOT_IN_THE_LIST);
        }
        List<Finding> findings = new ArrayList<>(Findings.of(certificate.get(), file.index(), head.get()));
        if (kept != null) {
            switch (kept.read(anchor)) {
                case KeptHead.Reading.Refused(var why) -> {
                    return Verdict.invalid(why);
                }
                case KeptHead.Reading.Head(var known) -> {
                    var against = kept.against(known, head.get());
                    if (against.isPresent()) {
                        return Verdict.invalid(against.get());
                    }
                    findings.add(Findings.ofGrowth(known, head.get(), kept.witnessJwk() != null));
                }
            }
        }
        return new Verdict(null, findings);
    }

    private static boolean stands(CertificateDocument file, TreeHead head) {
        var proof = TreeGrowth.hashes(file.proof());
        var salt = SignedStatement.canonical(file.salt());
        var root = SignedStatement.canonical(head.root());
        return proof.isPresent()
                && salt.isPresent()
                && root.isPresent()
                && MerkleTree.includes(
                        root.get(),
                        head.size(),
                        file.index(),
                        CertificateDocument.leafHash(salt.get(), file.certificate()),
                        proof.get());
    }
}
