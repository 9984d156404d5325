package eu.lethe.cases.readers;

import eu.lethe.platform.access.AccessJournal;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Understands who read about a person, in whichever service, newest first. */
@Component
class Readings {

    /** One page. */
    record Page(List<Reading> items, int page, int size, long total) {}

    private final AccessJournal journal;
    private final ReadingElsewhere elsewhere;

    Readings(AccessJournal journal, ReadingElsewhere elsewhere) {
        this.journal = journal;
        this.elsewhere = elsewhere;
    }

    /**
     * A page of what was read of the file, and of its person wherever it was.
     *
     * @param page from 0
     */
    Page about(UUID fileId, UUID personId, int page, int size) {
        var upToHere = (page + 1) * size;
        var here = journal.about(List.of(fileId), List.of(personId), 0, upToHere);
        var items = Stream.concat(here.items().stream().map(Reading::of), elsewhere.about(personId, upToHere).stream())
                .sorted(Comparator.comparing(Reading::at).reversed())
                .skip((long) page * size)
                .limit(size)
                .toList();
        return new Page(items, page, size, here.total() + elsewhere.countAbout(personId));
    }
}
