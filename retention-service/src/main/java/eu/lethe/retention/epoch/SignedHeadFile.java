package eu.lethe.retention.epoch;

import eu.lethe.contracts.certificate.SignedStatement;
import eu.lethe.contracts.events.EventJson;
import eu.lethe.retention.epoch.SigningKeyStore.SigningKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Understands the head of the ledger as a signed file in the directory of the epoch keys. It is a file of its own: the
 * epoch keys are not written again, and no further copy of them is left on a disk, each time a key is removed.
 */
@Component
final class SignedHeadFile implements LedgerHeads {

    private static final SignedStatement STATEMENT = new SignedStatement("lethe-ledger-head+jws");

    private record Known(String statement, LedgerHead head) {}

    private final ReplacedFile file;
    private final SigningKeyStore signing;
    private final ReentrantLock lock = new ReentrantLock();
    private final JsonMapper json = EventJson.mapper();
    private volatile @Nullable Known known;
    private volatile @Nullable SigningKey key;

    SignedHeadFile(EpochProperties properties, SigningKeyStore signing) {
        this.file = new ReplacedFile(properties.file().resolveSibling("ledger-head.jws"));
        this.signing = signing;
    }

    @Override
    public Optional<LedgerHead> current() {
        try {
            if (!Files.exists(file.path())) {
                return Optional.empty();
            }
            var statement = Files.readString(file.path(), StandardCharsets.US_ASCII);
            var last = known;
            if (last != null && last.statement().equals(statement)) {
                return Optional.of(last.head());
            }
            var head = read(statement)
                    .orElseThrow(() -> new IllegalStateException(file + " was not signed with the agency's key"));
            known = new Known(statement, head);
            return Optional.of(head);
        } catch (IOException unreadable) {
            throw new IllegalStateException(file + " cannot be read", unreadable);
        }
    }

    @Override
    public void advance(LedgerHead head) {
        lock.lock();
        try {
            var _ = file.exclusively(() -> {
                if (current().filter(last -> last.size() >= head.size()).isPresent()) {
                    return false;
                }
                file.replace(signed(head).getBytes(StandardCharsets.US_ASCII));
                return true;
            });
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("nothing is enciphered here", impossible);
        } catch (IOException full) {
            throw new UncheckedIOException(file + " cannot be written", full);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String signed(LedgerHead head) {
        var own = key();
        return STATEMENT.sign(json.writeValueAsBytes(head), own.anchor().keyId(), own.privateKey());
    }

    @Override
    public Optional<LedgerHead> read(String statement) {
        try {
            return STATEMENT.read(statement, key().anchor()).map(content -> json.readValue(content, LedgerHead.class));
        } catch (JacksonException notAHead) {
            return Optional.empty();
        }
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
