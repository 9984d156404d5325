package eu.lethe.contracts.certificate;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * Understands a list that can only grow, and proves so: the Merkle tree of RFC 9162 §2.1 with SHA-256. Leaves are given by
 * their hashes, in order.
 */
public final class MerkleTree {

    private final List<byte[]> leaves;

    /**
     * @param leafHashes as {@link #leafHash} makes them, in the order of their places
     */
    public MerkleTree(List<byte[]> leafHashes) {
        this.leaves = List.copyOf(leafHashes);
    }

    /** How many leaves there are. */
    public int size() {
        return leaves.size();
    }

    /** The root hash: a promise about every leaf and its place. */
    public byte[] root() {
        return hashOf(leaves);
    }

    /**
     * Proves that a leaf is in the tree (RFC 9162 §2.1.3.1).
     *
     * @return the sibling hashes from the leaf up to the root
     * @throws IndexOutOfBoundsException when there is no such leaf
     */
    public List<byte[]> inclusionProof(int index) {
        if (index < 0 || index >= leaves.size()) {
            throw new IndexOutOfBoundsException(index);
        }
        List<byte[]> path = new ArrayList<>();
        climb(index, leaves, path);
        return path;
    }

    /**
     * Proves that the tree grew out of a smaller one by adding leaves (RFC 9162 §2.1.4.1).
     *
     * @param earlier the size of the smaller tree, from 1 to {@link #size()}
     */
    public List<byte[]> consistencyProof(int earlier) {
        if (earlier < 1 || earlier > leaves.size()) {
            throw new IndexOutOfBoundsException(earlier);
        }
        List<byte[]> proof = new ArrayList<>();
        grow(earlier, leaves, true, proof);
        return proof;
    }

    /** The hash of a leaf's content. */
    public static byte[] leafHash(byte[] content) {
        return sha256(new byte[] {0}, content);
    }

    /** Checks an inclusion proof (RFC 9162 §2.1.3.2). */
    public static boolean includes(byte[] root, long size, long index, byte[] leafHash, List<byte[]> proof) {
        if (index < 0 || index >= size) {
            return false;
        }
        var position = index;
        var last = size - 1;
        var hash = leafHash;
        for (var sibling : proof) {
            if (last == 0) {
                return false;
            }
            if ((position & 1) == 1 || position == last) {
                hash = nodeHash(sibling, hash);
                while ((position & 1) == 0 && position != 0) {
                    position >>= 1;
                    last >>= 1;
                }
            } else {
                hash = nodeHash(hash, sibling);
            }
            position >>= 1;
            last >>= 1;
        }
        return last == 0 && MessageDigest.isEqual(hash, root);
    }

    /** Checks a consistency proof (RFC 9162 §2.1.4.2): nothing in the earlier tree was changed or taken away. */
    public static boolean grewFrom(byte[] earlierRoot, long earlierSize, byte[] root, long size, List<byte[]> proof) {
        if (earlierSize < 1 || earlierSize > size) {
            return false;
        }
        if (earlierSize == size) {
            return proof.isEmpty() && MessageDigest.isEqual(earlierRoot, root);
        }
        var path = new ArrayList<>(proof);
        if (Long.bitCount(earlierSize) == 1) {
            path.addFirst(earlierRoot);
        }
        if (path.isEmpty()) {
            return false;
        }
        var position = earlierSize - 1;
        var last = size - 1;
        while ((position & 1) == 1) {
            position >>= 1;
            last >>= 1;
        }
        var before = path.getFirst();
        var after = path.getFirst();
        for (var sibling : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((position & 1) == 1 || position == last) {
                before = nodeHash(sibling, before);
                after = nodeHash(sibling, after);
                while ((position & 1) == 0 && position != 0) {
                    position >>= 1;
                    last >>= 1;
                }
            } else {
                after = nodeHash(after, sibling);
            }
            position >>= 1;
            last >>= 1;
        }
        return last == 0 && MessageDigest.isEqual(before, earlierRoot) && MessageDigest.isEqual(after, root);
    }

    /** Understands a tree that grows leaf by leaf, and knows its root after each. */
    public static final class Growing {

        /** The roots of its whole subtrees, the largest first: one for each bit of how many leaves there are. */
        private final List<byte[]> subtrees = new ArrayList<>();

        private long leaves;

        /** Adds a leaf by its hash, and answers the new root. */
        public byte[] add(byte[] leafHash) {
            var hash = leafHash;
            for (var left = leaves; (left & 1) == 1; left >>= 1) {
                hash = nodeHash(subtrees.removeLast(), hash);
            }
            subtrees.addLast(hash);
            leaves++;
            var root = hash;
            for (var place = subtrees.size() - 2; place >= 0; place--) {
                root = nodeHash(subtrees.get(place), root);
            }
            return root;
        }
    }

    private static void climb(int index, List<byte[]> part, List<byte[]> path) {
        if (part.size() == 1) {
            return;
        }
        var split = largestPowerOfTwoBelow(part.size());
        var left = part.subList(0, split);
        var right = part.subList(split, part.size());
        if (index < split) {
            climb(index, left, path);
            path.add(hashOf(right));
        } else {
            climb(index - split, right, path);
            path.add(hashOf(left));
        }
    }

    private static void grow(int earlier, List<byte[]> part, boolean whole, List<byte[]> proof) {
        if (earlier == part.size()) {
            if (!whole) {
                proof.add(hashOf(part));
            }
            return;
        }
        var split = largestPowerOfTwoBelow(part.size());
        var left = part.subList(0, split);
        var right = part.subList(split, part.size());
        if (earlier <= split) {
            grow(earlier, left, whole, proof);
            proof.add(hashOf(right));
        } else {
            grow(earlier - split, right, false, proof);
            proof.add(hashOf(left));
        }
    }

    private static byte[] hashOf(List<byte[]> part) {
        return switch (part.size()) {
            case 0 -> sha256();
            case 1 -> part.getFirst();
            default -> {
                var split = largestPowerOfTwoBelow(part.size());
                yield nodeHash(hashOf(part.subList(0, split)), hashOf(part.subList(split, part.size())));
            }
        };
    }

    private static int largestPowerOfTwoBelow(int size) {
        return Integer.highestOneBit(size - 1);
    }

    /** The hash of two subtrees side by side. */
    public static byte[] nodeHash(byte[] left, byte[] right) {
        return sha256(new byte[] {1}, left, right);
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", impossible);
        }
    }
}
