package eu.lethe.retention.keys;

import eu.lethe.retention.epoch.LedgerHead;
import eu.lethe.retention.keys.KeyLedger.Entry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/**
 * Understands an entry of the ledger in its place: its hash contains that of the entry before it, and so of all before it.
 * Whoever has the last hash can tell whether entries are all there, in order and unaltered.
 *
 * @param place counted from 1, without gaps
 */
record LedgerLink(long place, Entry entry, String previous, String chain) {

    /** The entry that follows a head. */
    static LedgerLink after(LedgerHead head, Entry entry) {
        var place = head.size() + 1;
        return new LedgerLink(place, entry, head.chain(), hash(head.chain(), place, entry));
    }

    /** Whether the hash is that of this entry behind the one it claims to follow. */
    boolean holds() {
        return chain.equals(hash(previous, place, entry));
    }

    /** The head of a ledger that ends here. */
    LedgerHead head() {
        return new LedgerHead(place, chain);
    }

    // The migration that gave older entries their place computes the same.
    private static String hash(String previous, long place, Entry entry) {
        var text = "%d|%s|%s|%s|%d|%s|%s|%d"
                .formatted(
                        place,
                        entry.id(),
                        entry.erasureId(),
                        entry.wholePerson(),
                        entry.epoch(),
                        entry.salt(),
                        entry.removedOn(),
                        ChronoUnit.MICROS.between(
                                Instant.EPOCH, entry.removedAt().toInstant()));
        // an entry from before names were kept, and one of a key that nobody leased, read alike
        if (!entry.leasedBy().isEmpty()) {
            text += "|" + String.join("\n", entry.leasedBy());
        }
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(HexFormat.of().parseHex(previous));
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", impossible);
        }
    }
}
