package eu.lethe.retention.keys;

import eu.lethe.platform.problem.Problem;
import eu.lethe.retention.epoch.LedgerHeads;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Understands when keys may be used at all: while the database's ledger of removed keys reaches the head that lies with the
 * epoch keys. It looks each time, so that a database that is replaced under a running service is noticed by the next lease.
 */
@Component
public class LedgerGate {

    /** Why no key is used. */
    enum Closed {
        /** The ledger is being compared with what Kafka holds of it. */
        RECONCILING("ledger-reconciling"),
        /** Neither the database nor Kafka holds all that was removed. */
        ROLLED_BACK("ledger-rolled-back"),
        /** The head that lay with the epoch keys is gone, or not the agency's. */
        HEAD_MISSING("ledger-head-missing");

        private final String code;

        Closed(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    private final LedgerHeads heads;
    private final KeyLedger ledger;
    private volatile Closed why = Closed.RECONCILING;
    private volatile boolean trusted = true;

    LedgerGate(LedgerHeads heads, KeyLedger ledger) {
        this.heads = heads;
        this.ledger = ledger;
    }

    /** Whether keys may be used. */
    public boolean open() {
        try {
            return trusted && heads.current().filter(ledger::contains).isPresent();
        } catch (IllegalStateException unreadable) {
            return false;
        }
    }

    /**
     * Lets pass whoever wants to use keys.
     *
     * @throws Problem 503 with the reason, while what was removed may have come back
     */
    public void require() {
        if (!open()) {
            throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, why.code());
        }
    }

    /** Whether the entries of the ledger were found in order and unaltered. */
    void trust(boolean unaltered) {
        trusted = unaltered;
    }

    /** Why it is closed, as far as is known; says whether that is news. */
    boolean because(Closed reason) {
        var news = why != reason;
        why = reason;
        return news;
    }
}
