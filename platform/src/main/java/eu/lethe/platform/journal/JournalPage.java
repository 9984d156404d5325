package eu.lethe.platform.journal;

import java.util.List;

/**
 * Understands some entries of the journal, newest first.
 *
 * @param page from 0
 * @param total entries on all pages
 */
public record JournalPage(List<JournalEntry> items, int page, int size, long total) {

    /** Copies the list. */
    public JournalPage {
        items = List.copyOf(items);
    }
}
