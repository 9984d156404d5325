package eu.lethe.platform.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Understands how it is shown that an entry is in the journal (RFC 9162 §2.1.3).
 *
 * @param index of the entry
 * @param size of the journal it is shown to be in
 * @param leaf the entry's hash, base64url: SHA-256 over a zero byte and {@code entry}
 * @param entry what was hashed, with its salt; absent once it is dropped
 * @param path the sibling hashes from the leaf up, base64url
 * @param root of the journal of that size, base64url
 */
public record InclusionProof(
        long index, long size, String leaf, @Nullable String entry, List<String> path, String root) {

    /** Copies the list. */
    public InclusionProof {
        path = List.copyOf(path);
    }
}
