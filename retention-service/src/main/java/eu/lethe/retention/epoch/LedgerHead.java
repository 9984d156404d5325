package eu.lethe.retention.epoch;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * Understands how far the ledger of removed keys goes.
 *
 * @param size how many keys were ever removed
 * @param chain the hash of the last entry, in hexadecimal, in which those of all before it are contained
 */
@JsonPropertyOrder({"size", "chain"})
public record LedgerHead(long size, String chain) {

    /** Nothing was ever removed. */
    public static final LedgerHead NONE = new LedgerHead(0, "0".repeat(64));
}
