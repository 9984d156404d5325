package eu.lethe.platform.journal;

import eu.lethe.contracts.certificate.MerkleTree;
import java.util.ArrayList;
import java.util.List;

/**
 * Understands how a Merkle tree (RFC 9162 §2.1) grows: all it needs to know of the past are the roots of the complete
 * subtrees that make it up, one for each bit of its size.
 */
final class GrowingTree {

    private static final byte[] EMPTY = new MerkleTree(List.of()).root();

    private final List<byte[]> peaks;
    private long size;

    /**
     * @param peaks roots of the complete subtrees, largest first
     */
    GrowingTree(long size, List<byte[]> peaks) {
        if (Long.bitCount(size) != peaks.size()) {
            throw new IllegalArgumentException(
                    "a tree of size " + size + " is not made of " + peaks.size() + " subtrees");
        }
        this.size = size;
        this.peaks = new ArrayList<>(peaks);
    }

    /** Understands a complete subtree by its root. */
    static final class Node {

        private final int level;
        private final long position;
        private final byte[] hash;

        private Node(int level, long position, byte[] hash) {
            this.level = level;
            this.position = position;
            this.hash = hash;
        }

        /** 0 for a leaf, n for the root over 2^n leaves. */
        int level() {
            return level;
        }

        /** Among the nodes of its level. */
        long position() {
            return position;
        }

        byte[] hash() {
            return hash;
        }
    }

    /** Adds a leaf; what becomes complete with it, the leaf itself first. */
    List<Node> append(byte[] leafHash) {
        var complete = new ArrayList<Node>();
        var hash = leafHash;
        var level = 0;
        complete.add(new Node(level, size, hash));
        while ((size >> level & 1) == 1) {
            hash = MerkleTree.nodeHash(peaks.removeLast(), hash);
            level++;
            complete.add(new Node(level, size >> level, hash));
        }
        peaks.add(hash);
        size++;
        return complete;
    }

    long size() {
        return size;
    }

    List<byte[]> peaks() {
        return List.copyOf(peaks);
    }

    byte[] root() {
        if (peaks.isEmpty()) {
            return EMPTY;
        }
        var root = peaks.getLast();
        for (var peak : peaks.reversed().subList(1, peaks.size())) {
            root = MerkleTree.nodeHash(peak, root);
        }
        return root;
    }
}
