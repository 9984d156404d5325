package eu.lethe.cases.journal;

import eu.lethe.cases.person.Duplicates;
import eu.lethe.cases.person.Duplicates.Merge;
import eu.lethe.platform.journal.AccessJournal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Understands who read about a person, in whichever service: by exceptional access or from another unit first, on all pages, then the newest. */
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
     * @param unit the file's
     * @param page from 0
     */
    Page about(UUID fileId, UUID personId, String unit, int page, int size) {
        var merged = duplicates.of(personId);
        var files = Stream.concat(
                        Stream.of(fileId),
                        merged.stream().map(Merge::duplicateFileId).filter(Objects::nonNull))
                .toList();
        var records = Stream.concat(Stream.of(personId), merged.stream().map(Merge::duplicateId))
                .toList();
        var before = (long) page * size;
        var countElsewhere = elsewhere.countAbout(records);
        // so many of those here stand before the page, wherever the others come between them
        var skipped = Math.toIntExact(Math.max(0, before - countElsewhere) / Pieces.LENGTH);
        var here = new Pieces(number ->
                journal.aboutUnexpectedFirst(files, records, unit, skipped + number, Pieces.LENGTH).items().stream()
                        .map(Reading::of)
                        .toList());
        var there = new Pieces(number -> elsewhere.about(records, unit, number * Pieces.LENGTH, Pieces.LENGTH));
        var order = Comparator.comparing((Reading reading) -> !reading.unexpectedIn(unit))
                .thenComparing(Reading::at, Comparator.reverseOrder());
        var items = Pieces.merged(here, there, order)
                .skip(before - (long) skipped * Pieces.LENGTH)
                .limit(size)
                .toList();
        var countHere = journal.about(files, records, 0, 1).total();
        return new Page(items, page, size, countHere + countElsewhere);
    }
}
