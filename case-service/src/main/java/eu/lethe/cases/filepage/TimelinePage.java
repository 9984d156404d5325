package eu.lethe.cases.filepage;

import eu.lethe.cases.filepage.FileView.ContactView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Contacts of a file that follow those a reader has.
 *
 * @param contacts newest first
 * @param changed whether something was recorded, moved or taken back among those the reader has: who reads the file anew has
 *     each contact once
 * @param next where to go on, given as {@code after}; null at the end
 */
record TimelinePage(
        List<ContactView> contacts,
        boolean changed,
        @Nullable String next) {}
