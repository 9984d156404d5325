package eu.lethe.contracts.certificate;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Objects;

/**
 * Understands the state of the agency's list of certificates at one moment.
 *
 * @param root the Merkle root, base64url
 */
@JsonPropertyOrder({"size", "root", "at"})
public record TreeHead(long size, String root, Instant at) {

    /** Refuses one that says nothing. */
    public TreeHead {
        Objects.requireNonNull(root);
        Objects.requireNonNull(at);
    }
}
