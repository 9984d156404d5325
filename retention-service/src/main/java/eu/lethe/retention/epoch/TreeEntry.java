package eu.lethe.retention.epoch;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.nimbusds.jose.util.Base64URL;
import java.util.Objects;

/**
 * Understands by what the list of certificates grew once: enough to go on with the list, and to find out a rewritten one,
 * where the certificate itself was lost.
 *
 * @param leaf the hash of the certificate that was added, base64url
 * @param treeHead the list's head from then on, as the agency signed it
 */
@JsonPropertyOrder({"leaf", "treeHead"})
public record TreeEntry(String leaf, String treeHead) {

    /** Refuses one that says nothing. */
    public TreeEntry {
        Objects.requireNonNull(leaf);
        Objects.requireNonNull(treeHead);
    }

    /** The entry of a leaf. */
    public static TreeEntry of(byte[] leaf, String treeHead) {
        return new TreeEntry(Base64URL.encode(leaf).toString(), treeHead);
    }

    /** The hash of the leaf. */
    public byte[] leafHash() {
        return new Base64URL(leaf).decode();
    }
}
