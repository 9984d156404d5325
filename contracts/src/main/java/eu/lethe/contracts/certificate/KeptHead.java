package eu.lethe.contracts.certificate;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Understands the head of the list that whoever checks has kept from another day, or that a witness did.
 *
 * @param file the signed head; of several lines the last counts
 * @param growth the proof that joins it with the certificate's own head; absent when both are of one size
 * @param witnessJwk the witness's public key when it is the witness's statement; absent when it is the agency's
 */
public record KeptHead(
        String file, @Nullable String growth, @Nullable String witnessJwk) {

    /** What {@link #read} came to. */
    sealed interface Reading {
        /** The head. */
        record Head(TreeHead head) implements Reading {}

        /** Why there is none. */
        record Refused(Refusal why) implements Reading {}
    }

    Reading read(Anchor agency) {
        if (file.length() > CertificateVerifier.LARGEST
                || (growth != null && growth.length() > CertificateVerifier.LARGEST)) {
            return new Reading.Refused(Refusal.TOO_LARGE);
        }
        var line = lastLine();
        if (witnessJwk != null) {
            Anchor witness;
            try {
                witness = Anchor.ofJwk(witnessJwk);
            } catch (IllegalArgumentException notAKey) {
                return new Reading.Refused(Refusal.NOT_A_WITNESS);
            }
            var seen = SignedStatement.WITNESSED_HEAD.read(line, witness, WitnessedHead.class);
            if (seen.isEmpty()) {
                return new Reading.Refused(Refusal.NOT_WITNESSED);
            }
            line = seen.get().treeHead();
        }
        return SignedStatement.TREE_HEAD
                .read(line, agency, TreeHead.class)
                .<Reading>map(Reading.Head::new)
                .orElseGet(() -> new Reading.Refused(Refusal.KEPT_HEAD_NOT_SIGNED));
    }

    /** Why the list did not grow from one of them to the other; empty when it did. */
    Optional<Refusal> against(TreeHead kept, TreeHead own) {
        if (kept.size() == own.size()) {
            return kept.root().equals(own.root()) ? Optional.empty() : Optional.of(Refusal.REWRITTEN);
        }
        if (growth == null) {
            return Optional.of(Refusal.GROWTH_MISSING);
        }
        var earlier = kept.size() < own.size() ? kept : own;
        var later = kept.size() < own.size() ? own : kept;
        var proof = TreeGrowth.read(growth).filter(read -> read.from() == earlier.size() && read.to() == later.size());
        if (proof.isEmpty()) {
            return Optional.of(Refusal.NOT_A_GROWTH);
        }
        return proof.get().leads(earlier, later) ? Optional.empty() : Optional.of(Refusal.NOT_GROWN);
    }

    private String lastLine() {
        var end = file.length();
        while (end > 0 && file.charAt(end - 1) == '\n') {
            end--;
        }
        return file.substring(file.lastIndexOf('\n', end - 1) + 1, end);
    }
}
