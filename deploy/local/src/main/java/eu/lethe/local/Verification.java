package eu.lethe.local;

import eu.lethe.contracts.certificate.CertificateVerifier;
import eu.lethe.contracts.certificate.Verdict;
import eu.lethe.local.stack.StackProblem;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Understands {@code ./lethe verify}: nothing is asked of any service, so it works where no stack runs. */
final class Verification {
    private final Path savedAnchor;
    private final PrintStream out;
    private final PrintStream err;

    Verification(Path savedAnchor, PrintStream out, PrintStream err) {
        this.savedAnchor = savedAnchor;
        this.out = out;
        this.err = err;
    }

    boolean holds(Path certificate, Optional<Path> anchor) {
        Path key = anchor.orElse(savedAnchor);
        if (anchor.isEmpty() && !Files.exists(savedAnchor)) {
            throw new StackProblem(
                    "The agency's key is not known here: name its file with --anchor, or run ./lethe up, which saves it.");
        }
        Verdict verdict = CertificateVerifier.verify(
                read(certificate), new String(read(key), java.nio.charset.StandardCharsets.UTF_8));
        if (verdict.valid()) {
            out.println("The certificate holds.");
            verdict.findings().forEach(finding -> out.println("  " + finding));
        } else {
            err.println("The certificate does not hold.");
            verdict.findings().forEach(finding -> err.println("  " + finding));
        }
        return verdict.valid();
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new StackProblem("%s cannot be read: check the file's name and permissions.".formatted(file), e);
        }
    }
}
