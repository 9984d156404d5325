package eu.lethe.local.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;

/** Understands the key that signs tokens: made once, kept in the state directory, so that tokens outlive a restart. */
final class SigningKey {

    private final Path file;

    SigningKey(Path stateDirectory) {
        this.file = stateDirectory.resolve("identity").resolve("signing-key.jwk");
    }

    RSAKey readOrMake() {
        try {
            return Files.exists(file) ? RSAKey.parse(Files.readString(file)) : make();
        } catch (ParseException e) {
            throw new IllegalStateException(
                    "The signing key %s is damaged: delete it and start again.".formatted(file), e);
        } catch (IOException | JOSEException e) {
            throw new IllegalStateException("The signing key %s cannot be read or made.".formatted(file), e);
        }
    }

    private RSAKey make() throws IOException, JOSEException {
        var key = new RSAKeyGenerator(2048)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .keyIDFromThumbprint(true)
                .generate();
        Files.createDirectories(file.getParent());
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var draft = Files.createTempFile(file.getParent(), "signing-key", ".jwk", ownerOnly);
        Files.writeString(draft, key.toJSONString());
        // Whole or not at all: a start that is killed here leaves no half key behind.
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        return key;
    }
}
