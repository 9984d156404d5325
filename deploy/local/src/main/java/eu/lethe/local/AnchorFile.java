package eu.lethe.local;

import eu.lethe.contracts.certificate.CertificateVerifier;
import eu.lethe.local.stack.StackProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Understands where the agency's public key lies for whoever checks: where they say, or where up saved it.
 *
 * @param named where they say
 * @param saved where up saved it
 */
record AnchorFile(Optional<Path> named, Path saved) {

    /** The key, whatever it is. */
    String jwk() {
        if (named.isEmpty() && !Files.exists(saved)) {
            throw new StackProblem(
                    "The agency's key is not known here: name its file with --anchor, or run ./lethe up, which saves it.");
        }
        return text(named.orElse(saved));
    }

    /** A file as text. */
    static String text(Path file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    /** A file, or so much of it that it is seen to be too large. */
    static byte[] bytes(Path file) {
        try (var content = Files.newInputStream(file)) {
            return content.readNBytes(CertificateVerifier.LARGEST + 1);
        } catch (IOException e) {
            throw new StackProblem("%s cannot be read: check the file's name and permissions.".formatted(file), e);
        }
    }
}
