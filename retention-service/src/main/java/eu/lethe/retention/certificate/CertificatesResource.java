package eu.lethe.retention.certificate;

import eu.lethe.platform.problem.Problem;
import eu.lethe.retention.certificate.CertificateLog.Listed;
import eu.lethe.retention.epoch.SigningKeyStore;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Hands out certificates, and the key to check them with. */
@RestController
class CertificatesResource {

    record Items(List<Listed> items) {}

    private final CertificateLog log;
    private final SigningKeyStore signing;

    CertificatesResource(CertificateLog log, SigningKeyStore signing) {
        this.log = log;
        this.signing = signing;
    }

    @GetMapping("/api/retention/certificates")
    @Operation(summary = "All certificates, the latest first")
    Items all() {
        return new Items(log.all());
    }

    @GetMapping(path = "/api/retention/certificates/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "A certificate with its proof, verifiable offline; always the same bytes")
    byte[] one(@PathVariable UUID id) {
        return log.document(id).orElseThrow(Problem::notFound);
    }

    @GetMapping("/api/retention/anchor")
    @Operation(summary = "The agency's public key as a JWK; keep it apart from the certificates")
    Map<String, Object> anchor() {
        return signing.signingKey().anchor().toJwk();
    }
}
