package eu.lethe.retention.certificate;

import eu.lethe.contracts.certificate.CertificateDocument;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.time.BusinessClock;
import eu.lethe.retention.certificate.CertificateLog.Listed;
import eu.lethe.retention.epoch.SigningKeyStore;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Hands out certificates, and the key to check them with. */
@RestController
class CertificatesResource {

    record Items(List<Listed> items) {}

    private final CertificateLog log;
    private final CertificateTree tree;
    private final SigningKeyStore signing;
    private final BusinessClock clock;

    CertificatesResource(CertificateLog log, CertificateTree tree, SigningKeyStore signing, BusinessClock clock) {
        this.log = log;
        this.tree = tree;
        this.signing = signing;
        this.clock = clock;
    }

    @GetMapping("/api/retention/certificates")
    @Operation(summary = "All certificates, the latest first")
    Items all() {
        return new Items(log.all());
    }

    @GetMapping(path = "/api/retention/certificates/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "A certificate with its proof, verifiable offline; always the same bytes")
    byte[] one(@PathVariable UUID id) {
        tree.requireRecorded(log.place(id).orElseThrow(Problem::notFound));
        return log.document(id).orElseThrow(Problem::notFound);
    }

    @GetMapping(path = "/api/retention/certificates/{id}/document", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "What a certificate says, to be read and printed (PDF/UA-1); it proves nothing by itself")
    ResponseEntity<byte[]> document(@PathVariable UUID id, Locale reader) {
        var file = CertificateDocument.read(one(id)).orElseThrow(Problem::notFound);
        var sheet = new CertificateSheet(file, signing.signingKey().anchor().keyId(), reader, clock.zone());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"certificat-%s.pdf\"".formatted(id))
                .body(sheet.pdf());
    }

    @GetMapping("/api/retention/anchor")
    @Operation(summary = "The agency's public key as a JWK; keep it apart from the certificates")
    Map<String, Object> anchor() {
        return signing.signingKey().anchor().toJwk();
    }
}
