package eu.lethe.retention.epoch;

import java.util.Optional;

/**
 * The port to where the head of the ledger of removed keys lies: with the epoch keys, outside every database and its
 * backups. Whoever brings an old database back meets a head that knows better.
 */
public interface LedgerHeads {

    /**
     * The head, or empty when none was ever written here.
     *
     * @throws IllegalStateException when there is one that the agency did not sign, or that cannot be read
     */
    Optional<LedgerHead> current();

    /** Replaces the head, unless it goes as far already. Durable when it returns. */
    void advance(LedgerHead head);

    /** The head as the agency's signed statement. */
    String signed(LedgerHead head);

    /** Reads a signed statement; empty unless the agency signed it as a head. */
    Optional<LedgerHead> read(String statement);
}
