package eu.lethe.platform.journal;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Understands what comes to light when a tree grows for the second time. */
final class RegrownTree {

    /** The hash of an entry that is not there. */
    static final byte[] ABSENT = {};

    private final GrowingTree tree;
    private final List<JournalHead> known;
    private final List<Long> missing = new ArrayList<>();
    private final List<Long> altered = new ArrayList<>();
    private final List<Long> heads = new ArrayList<>();

    /**
     * @param dropped the tree of what is no longer kept
     */
    RegrownTree(GrowingTree dropped, Collection<JournalHead> known) {
        this.tree = dropped;
        this.known = List.copyOf(known);
        compareHeads();
    }

    /**
     * Adds the next leaf.
     *
     * @param stored its hash as it is remembered
     * @param ofEntry the hash of the entry as it is today
     */
    void leaf(long index, byte[] stored, byte[] ofEntry) {
        missUntil(index);
        if (ofEntry.length == 0) {
            missing.add(index);
        } else if (!MessageDigest.isEqual(stored, ofEntry)) {
            altered.add(index);
        }
        tree.append(stored);
        compareHeads();
    }

    /** What was wrong, once every leaf of a journal of this size was added. */
    JournalFlaws flaws(long size) {
        missUntil(size);
        known.stream().map(JournalHead::size).filter(later -> later > size).forEach(heads::add);
        return new JournalFlaws(missing, altered, heads);
    }

    /** Holds a root against a head of the same size. */
    void compare(JournalHead head, GrowingTree grown) {
        if (!HeadRow.base64(grown.root()).equals(head.root())) {
            heads.add(head.size());
        }
    }

    /** Leaves that are not remembered either. */
    private void missUntil(long index) {
        while (tree.size() < index) {
            missing.add(tree.size());
            tree.append(ABSENT);
            compareHeads();
        }
    }

    private void compareHeads() {
        known.stream().filter(head -> head.size() == tree.size()).forEach(head -> compare(head, tree));
    }
}
