package eu.lethe.cases.due;

import eu.lethe.cases.casefile.CaseFiles;
import eu.lethe.cases.casefile.ReadableFiles;
import eu.lethe.cases.person.Duplicates;
import eu.lethe.platform.security.Caller;
import eu.lethe.platform.security.Role;
import eu.lethe.platform.time.BusinessClock;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is to be done: a worker sees it for the files they answer for, a lead for those of the unit. */
@RestController
class DueResource {

    /** A list. */
    record Items(List<Item> items) {}

    /**
     * Something to do.
     *
     * @param late whether its day is over
     */
    record Item(
            UUID fileId,
            UUID recordId,

            @Pattern(regexp = "notice|review|follow-up|deadline|exceptional-access") String kind,

            LocalDate on,
            boolean late) {}

    private final CaseFiles files;
    private final ReadableFiles readable;
    private final Duplicates duplicates;
    private final List<DueSource> sources;
    private final ExceptionalAccessSource exceptional;
    private final BusinessClock clock;

    DueResource(
            CaseFiles files,
            ReadableFiles readable,
            Duplicates duplicates,
            List<DueSource> sources,
            ExceptionalAccessSource exceptional,
            BusinessClock clock) {
        this.files = files;
        this.readable = readable;
        this.duplicates = duplicates;
        this.sources = sources;
        this.exceptional = exceptional;
        this.clock = clock;
    }

    /** Soonest first, of one file of the unit if it is named; what is to be done for a duplicate, in the file that it is read through. Names are left to the list of files, which knows what its reader may see. */
    @GetMapping("/api/cases/due")
    Items due(@RequestParam(required = false) @Nullable UUID fileId, Caller caller) {
        var today = clock.today();
        var looked = looked(fileId, caller);
        var through = duplicates.filesReadThrough(looked);
        var all = Stream.concat(looked.stream(), through.keySet().stream()).toList();
        return new Items(Stream.concat(
                        sources.stream().flatMap(source -> source.in(all).stream()),
                        exceptional.in(all, caller).stream())
                .sorted(Comparator.comparing(DueItem::on).thenComparing(DueItem::kind))
                .map(item -> new Item(
                        through.getOrDefault(item.fileId(), item.fileId()),
                        item.recordId(),
                        item.kind(),
                        item.on(),
                        item.on().isBefore(today)))
                .toList());
    }

    private List<UUID> looked(@Nullable UUID fileId, Caller caller) {
        if (fileId != null) {
            var file =
                    caller.is(Role.LEAD) ? readable.requireOfUnit(fileId, caller) : readable.requireOwn(fileId, caller);
            return List.of(file.fileId());
        }
        var reader = caller.staffId();
        return files.of(caller.requireUnit(), caller.is(Role.LEAD) ? null : reader, reader);
    }
}
