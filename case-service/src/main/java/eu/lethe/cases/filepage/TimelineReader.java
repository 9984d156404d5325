package eu.lethe.cases.filepage;

import eu.lethe.cases.casefile.ReadableFiles;
import eu.lethe.cases.contact.ContactPages;
import eu.lethe.cases.contact.Contacts;
import eu.lethe.cases.contact.PlaceInFile;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.sealing.Opener;
import eu.lethe.platform.security.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays the pages of a file's contacts that follow the first: whoever turns one is asked for their right as for the first. */
@Component
class TimelineReader {

    private final ReadableFiles readable;
    private final ContactPages pages;
    private final ContactViews views;
    private final Opener opener;

    TimelineReader(ReadableFiles readable, ContactPages pages, ContactViews views, Opener opener) {
        this.readable = readable;
        this.pages = pages;
        this.views = views;
        this.opener = opener;
    }

    /**
     * The contacts of a file.
     *
     * @param after where to go on; null to begin
     * @param limit how many at most
     */
    TimelinePage read(UUID fileId, @Nullable String after, int limit, Caller caller) {
        var entry = readable.admit(fileId, caller);
        var place = after == null ? null : PlaceInFile.of(after, fileId);
        var admission = readable.noteGoingOn(
                entry, caller, "file", Compartment.NARRATIVE, Compartment.CODING, Compartment.HEALTH);
        var fileIds = readable.files(entry);
        var page = place == null ? pages.newest(fileIds, limit) : pages.behind(place, fileIds, limit);
        var reading = opener.reading(admission).prepare(page.contacts().stream().flatMap(Contacts.Row::sealed));
        return new TimelinePage(
                views.of(page.contacts(), reading, caller),
                page.changed(),
                page.next() == null ? null : page.next().text());
    }
}
