package eu.lethe.contracts.certificate;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.nimbusds.jose.util.Base64URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * Understands the proof that the agency's list of certificates grew from one size to another by adding only (RFC 9162 §2.1.4).
 *
 * @param from the smaller size
 * @param to the larger size
 * @param proof hashes, base64url
 */
@JsonPropertyOrder({"from", "to", "proof"})
public record TreeGrowth(long from, long to, List<String> proof) {

    /** Copies the proof. */
    public TreeGrowth {
        proof = List.copyOf(proof);
    }

    /** The proof between two sizes. */
    public static TreeGrowth of(long from, long to, List<byte[]> proof) {
        return new TreeGrowth(
                from,
                to,
                proof.stream().map(hash -> Base64URL.encode(hash).toString()).toList());
    }

    /** Whether it leads from one head to the other. */
    public boolean leads(TreeHead earlier, TreeHead later) {
        if (from != earlier.size() || to != later.size()) {
            return false;
        }
        var hashes = hashes(proof);
        var before = SignedStatement.canonical(earlier.root());
        var after = SignedStatement.canonical(later.root());
        return hashes.isPresent()
                && before.isPresent()
                && after.isPresent()
                && MerkleTree.grewFrom(before.get(), from, after.get(), to, hashes.get());
    }

    /** Reads what the agency's service answers; empty when it is no such proof. */
    static Optional<TreeGrowth> read(String file) {
        try {
            return Optional.of(StrictJson.MAPPER.readValue(file, TreeGrowth.class));
        } catch (JacksonException | NullPointerException notAProof) {
            return Optional.empty();
        }
    }

    /** The hashes of a proof; empty when one of them is not written as it must be. */
    static Optional<List<byte[]>> hashes(List<String> proof) {
        List<byte[]> hashes = new ArrayList<>();
        for (var hash : proof) {
            var decoded = SignedStatement.canonical(hash);
            if (decoded.isEmpty()) {
                return Optional.empty();
            }
            hashes.add(decoded.get());
        }
        return Optional.of(hashes);
    }
}
