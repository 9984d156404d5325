package eu.lethe.retention.epoch;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Understands the head of the ledger as a signed file in the directory of the epoch keys. */
@Component
final class SignedHeadFile implements LedgerHeads {

    private final SignedFile<LedgerHead> file;

    SignedHeadFile(EpochProperties properties, SigningKeyStore signing) {
        this.file = new SignedFile<>(
                properties.file().resolveSibling("ledger-head.jws"),
                "lethe-ledger-head+jws",
                LedgerHead.class,
                signing);
    }

    @Override
    public Optional<LedgerHead> current() {
        return file.current();
    }

    @Override
    public void advance(LedgerHead head) {
        file.change(last ->
                last.filter(known -> known.size() >= head.size()).isPresent() ? Optional.empty() : Optional.of(head));
    }

    @Override
    public String signed(LedgerHead head) {
        return file.signed(head);
    }

    @Override
    public Optional<LedgerHead> read(String statement) {
        return file.read(statement);
    }
}
