package eu.lethe.platform.journal;

/**
 * Understands the state of a journal at one moment. Who keeps a head elsewhere finds out if the journal is changed.
 *
 * @param size how many entries there have been
 * @param root over all of them, base64url
 * @param firstKept index of the oldest entry that is not dropped yet
 */
public record JournalHead(long size, String root, long firstKept) {}
