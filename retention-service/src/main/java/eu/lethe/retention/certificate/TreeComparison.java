package eu.lethe.retention.certificate;

import com.nimbusds.jose.util.Base64URL;
import eu.lethe.contracts.certificate.Anchor;
import eu.lethe.contracts.certificate.MerkleTree;
import eu.lethe.contracts.certificate.SignedStatement;
import eu.lethe.contracts.certificate.TreeHead;
import eu.lethe.retention.epoch.TreeEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Understands whether three records tell of one list of certificates: the database, the file that lies with the epoch keys, and
 * the topic. Only what the agency signed counts.
 */
final class TreeComparison {

    /** What it comes to. */
    sealed interface Outcome {

        /**
         * They tell of one list, as far as each goes.
         *
         * @param longest all of it
         */
        record One(List<TreeEntry> longest) implements Outcome {}

        /** They do not; in a sentence for the operator. */
        record Torn(String why) implements Outcome {}
    }

    private record Signed(TreeEntry entry, TreeHead head) {}

    private final Anchor agency;

    TreeComparison(Anchor agency) {
        this.agency = agency;
    }

    /**
     * Compares them.
     *
     * @param database what the database has
     * @param recorded what stands in the file
     * @param told what Kafka holds, in any order, with whatever others wrote there
     */
    Outcome of(List<TreeEntry> database, List<TreeEntry> recorded, List<TreeEntry> told) {
        var tree = new MerkleTree.Growing();
        List<Signed> known = new ArrayList<>();
        for (var entry : recorded) {
            var signed = signed(entry).filter(one -> follows(one, known.size(), tree));
            if (signed.isEmpty()) {
                return new Outcome.Torn(
                        "line %d of the record beside the epoch keys is not the agency's, or does not follow from those before it"
                                .formatted(known.size() + 1));
            }
            known.add(signed.get());
        }
        var bySize = told.stream()
                .flatMap(entry -> signed(entry).stream())
                .sorted(Comparator.comparingLong(one -> one.head().size()))
                .toList();
        for (var one : bySize) {
            var size = one.head().size();
            if (size <= known.size()) {
                var same = known.get((int) size - 1);
                if (!same.head().root().equals(one.head().root())
                        || !same.entry().leaf().equals(one.entry().leaf())) {
                    return new Outcome.Torn(
                            "the agency signed two different lists of %d certificates: Kafka holds the head of another"
                                    .formatted(size));
                }
            } else if (follows(one, known.size(), tree)) {
                known.add(one);
            } else {
                return new Outcome.Torn(
                        "Kafka holds a head of %d certificates that does not follow from the %d that are known"
                                .formatted(size, known.size()));
            }
        }
        return withDatabase(database, known.stream().map(Signed::entry).toList());
    }

    private static Outcome withDatabase(List<TreeEntry> database, List<TreeEntry> known) {
        for (var place = 0; place < Math.min(database.size(), known.size()); place++) {
            if (!database.get(place).leaf().equals(known.get(place).leaf())) {
                return new Outcome.Torn(
                        "the database has another certificate at number %d than the signed record of the list"
                                .formatted(place + 1));
            }
        }
        return new Outcome.One(database.size() > known.size() ? database : known);
    }

    private Optional<Signed> signed(TreeEntry entry) {
        return SignedStatement.TREE_HEAD
                .read(entry.treeHead(), agency, TreeHead.class)
                .filter(head -> head.size() >= 1)
                .map(head -> new Signed(entry, head));
    }

    /** Whether it is the next; if so, the tree has grown by it. */
    private static boolean follows(Signed one, int size, MerkleTree.Growing tree) {
        return one.head().size() == size + 1L
                && Base64URL.encode(tree.add(one.entry().leafHash()))
                        .toString()
                        .equals(one.head().root());
    }
}
