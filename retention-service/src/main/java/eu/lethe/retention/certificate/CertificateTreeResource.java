package eu.lethe.retention.certificate;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.lethe.contracts.certificate.MerkleTree;
import eu.lethe.contracts.certificate.TreeGrowth;
import eu.lethe.platform.problem.Problem;
import eu.lethe.retention.epoch.TreeEntry;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Hands out what shows that the list of certificates only grows: its signed heads, and how one leads to another. Only of what is
 * written down outside of the database, and nothing while the list may be another than the one that was given out.
 */
@RestController
class CertificateTreeResource {

    /** The most heads of one answer. */
    static final int PAGE = 100;

    /** The media type of a signed statement (RFC 7515 section 9.2.1). */
    static final String JOSE = "application/jose";

    /**
     * Some heads.
     *
     * @param next after which size to go on; absent at the end
     */
    record Heads(
            List<String> items,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long next) {}

    private final CertificateLog log;
    private final CertificateTree tree;

    CertificateTreeResource(CertificateLog log, CertificateTree tree) {
        this.log = log;
        this.tree = tree;
    }

    @GetMapping(path = "/api/retention/certificate-tree/head", produces = JOSE)
    @Operation(
            summary =
                    "The latest signed head of the list of certificates (RFC 9162), to be kept by whoever checks later ones")
    String head() {
        var size = recorded();
        return log.heads(size - 1L, 1).stream().findFirst().orElseThrow(Problem::notFound);
    }

    @GetMapping("/api/retention/certificate-tree/heads")
    @Operation(summary = "The signed heads beyond a size, a hundred at most, the smallest first")
    Heads heads(@RequestParam(defaultValue = "0") long after, @RequestParam(defaultValue = "100") int limit) {
        if (after < 0 || limit < 1 || limit > PAGE) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "certificate-list-page");
        }
        var size = recorded();
        var items = log.heads(after, (int) Math.min(limit, Math.max(0, size - after)));
        var reached = after + items.size();
        return new Heads(items, reached < size && !items.isEmpty() ? reached : null);
    }

    @GetMapping("/api/retention/certificate-tree/growth")
    @Operation(
            summary = "The proof that the list grew from one size to another by adding only (RFC 9162 section 2.1.4)")
    TreeGrowth growth(@RequestParam long from, @RequestParam long to) {
        var size = recorded();
        if (from < 1 || to < from || to > size) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "certificate-list-sizes").with("size", size);
        }
        var leaves = log.entries().subList(0, (int) to).stream()
                .map(TreeEntry::leafHash)
                .toList();
        return TreeGrowth.of(from, to, new MerkleTree(leaves).consistencyProof((int) from));
    }

    private int recorded() {
        var size = tree.recorded();
        tree.requireOpen();
        return size;
    }
}
