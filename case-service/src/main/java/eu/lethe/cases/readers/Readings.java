package eu.lethe.cases.readers;

import eu.lethe.cases.person.Duplicates;
import eu.lethe.cases.person.Duplicates.Merge;
import eu.lethe.platform.access.AccessJournal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Understands who read about a person, in whichever service, newest first. */
@Component
class Readings {

    /** One page. */
    record Page(List<Reading> items, int page, int size, long total) {}

    private final Duplicates duplicates;
    private final AccessJournal journal;
    private final ReadingElsewhere elsewhere;

    Readings(Duplicates duplicates, AccessJournal journal, ReadingElsewhere elsewhere) {
        this.duplicates = duplicates;
        this.journal = journal;
        this.elsewhere = elsewhere;
    }

    /**
     * A page of what was read of the file, and of its person wherever it was; of a second record of theirs too, also before it
     * was one, and after the merge is settled.
     *
     * @param page from 0
     */
    Page about(UUID fileId, UUID personId, int page, int size) {
        var upToHere = (page + 1) * size;
        var merged = duplicates.of(personId);
        var files = Stream.concat(
                        Stream.of(fileId),
                        merged.stream().map(Merge::duplicateFileId).filter(Objects::nonNull))
                .toList();
        var records = Stream.concat(Stream.of(personId), merged.stream().map(Merge::duplicateId))
                .toList();
        var here = journal.about(files, records, 0, upToHere);
        var items = Stream.concat(here.items().stream().map(Reading::of), elsewhere.about(records, upToHere).stream())
                .sorted(Comparator.comparing(Reading::at).reversed())
                .skip((long) page * size)
                .limit(size)
                .toList();
        return new Page(items, page, size, here.total() + elsewhere.countAbout(records));
    }
}
