package eu.lethe.retention.epoch;

import eu.lethe.contracts.certificate.SignedStatement;
import eu.lethe.contracts.events.EventJson;
import eu.lethe.retention.epoch.SigningKeyStore.SigningKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Understands what the agency states of itself in a small signed file: one that another hand has written is not read. It is a
 * file of its own: the epoch keys are not written again, and no further copy of them is left on a disk, each time it changes.
 *
 * @param <T> what it states, a record
 */
final class SignedFile<T> {

    private final ReplacedFile file;
    private final FileContent<T> content;
    private final SignedStatement form;
    private final Class<T> type;
    private final SigningKeyStore signing;
    private final ReentrantLock lock = new ReentrantLock();
    private final JsonMapper json = EventJson.mapper();
    private volatile @Nullable SigningKey key;

    /**
     * @param form the media type of the statement, which keeps one from being read as another (RFC 8725 section 3.11)
     */
    SignedFile(Path path, String form, Class<T> type, SigningKeyStore signing) {
        this.file = new ReplacedFile(path);
        this.content = new FileContent<>(file, this::read);
        this.form = new SignedStatement(form);
        this.type = type;
        this.signing = signing;
    }

    /** Whether there is such a file, whatever it holds. */
    boolean exists() {
        return Files.exists(file.path());
    }

    /**
     * What it states, or empty when there is no such file.
     *
     * @throws IllegalStateException when there is one that the agency did not sign, or that cannot be read
     */
    Optional<T> current() {
        try {
            var signed = content.current();
            if (signed.isEmpty()) {
                throw new IllegalStateException(file + " was not signed with the agency's key");
            }
            return signed;
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new IllegalStateException(file + " cannot be read", unreadable);
        }
    }

    /**
     * States something new, by what it states so far; nothing changes when that is empty. Durable when it returns.
     *
     * @throws UncheckedIOException when it cannot be written
     */
    void change(Function<Optional<T>, Optional<T>> next) {
        lock.lock();
        try {
            var _ = file.exclusively(() -> {
                var stated = next.apply(current());
                if (stated.isPresent()) {
                    file.replace(signed(stated.get()).getBytes(StandardCharsets.US_ASCII));
                }
                return stated.isPresent();
            });
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("nothing is enciphered here", impossible);
        } catch (IOException full) {
            throw new UncheckedIOException(file + " cannot be written", full);
        } finally {
            lock.unlock();
        }
    }

    /** A content as the agency's signed statement. */
    String signed(T stated) {
        var own = key();
        return form.sign(json.writeValueAsBytes(stated), own.anchor().keyId(), own.privateKey());
    }

    /** Reads a signed statement; empty unless the agency signed it in this form. */
    Optional<T> read(String statement) {
        try {
            return form.read(statement, key().anchor()).map(stated -> json.readValue(stated, type));
        } catch (JacksonException another) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }

    private SigningKey key() {
        var own = key;
        if (own == null) {
            own = signing.signingKey();
            key = own;
        }
        return own;
    }
}
