package eu.lethe.contracts.certificate;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Understands the one file an inspector is given: the signed certificate, and the proof that it stands in the agency's
 * list. It has one spelling, so that no bit of it is idle.
 *
 * @param certificate JWS over an {@link ErasureCertificate}
 * @param salt hashed before the certificate into its leaf, base64url, so that a leaf says nothing to who only has the tree
 * @param index the certificate's place in the list, from 0
 * @param proof sibling hashes up to the root, base64url
 * @param treeHead JWS over a {@link TreeHead}
 */
@JsonPropertyOrder({"certificate", "salt", "index", "proof", "treeHead"})
public record CertificateDocument(String certificate, String salt, long index, List<String> proof, String treeHead) {

    private static final JsonMapper JSON = StrictJson.MAPPER;

    /** Beyond it readers of JSON differ on numbers (RFC 8259 section 6). */
    private static final long LARGEST_INDEX = (1L << 53) - 1;

    /** Copies the proof. */
    public CertificateDocument {
        proof = List.copyOf(proof);
    }

    /** Puts a certificate and its proof together. */
    public static CertificateDocument of(
            String certificate, byte[] salt, long index, List<byte[]> proof, String treeHead) {
        return new CertificateDocument(
                certificate,
                Base64URL.encode(salt).toString(),
                index,
                proof.stream().map(hash -> Base64URL.encode(hash).toString()).toList(),
                treeHead);
    }

    /** The leaf of a certificate: salt first, then the JWS. */
    public static byte[] leafHash(byte[] salt, String certificate) {
        var text = certificate.getBytes(StandardCharsets.US_ASCII);
        var content = Arrays.copyOf(salt, salt.length + text.length);
        System.arraycopy(text, 0, content, salt.length, text.length);
        return MerkleTree.leafHash(content);
    }

    /** The file. */
    public byte[] toJson() {
        return JSON.writeValueAsBytes(this);
    }

    /**
     * What the certificate says, whoever signed it: for who issued it, and shows it.
     *
     * @throws IllegalStateException when it says nothing
     */
    public ErasureCertificate stated() {
        try {
            return JSON.readValue(new Base64URL(certificate.split("\\.", -1)[1]).decode(), ErasureCertificate.class);
        } catch (JacksonException | ArrayIndexOutOfBoundsException notACertificate) {
            throw new IllegalStateException("not a certificate", notACertificate);
        }
    }

    /** Reads the file, or nothing if it is not exactly what {@link #toJson} writes, save for line ends at its end. */
    public static Optional<CertificateDocument> read(byte[] file) {
        try {
            var document = JSON.readValue(file, CertificateDocument.class);
            var end = file.length;
            while (end > 0 && file[end - 1] == '\n') {
                end--;
            }
            return document.index() <= LARGEST_INDEX && Arrays.equals(document.toJson(), Arrays.copyOf(file, end))
                    ? Optional.of(document)
                    : Optional.empty();
        } catch (JacksonException | NullPointerException notADocument) {
            return Optional.empty();
        }
    }
}
