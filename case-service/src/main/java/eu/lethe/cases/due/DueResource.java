package eu.lethe.cases.due;

import eu.lethe.cases.casefile.CaseFiles;
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
import org.springframework.web.bind.annotation.GetMapping;
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
    private final Duplicates duplicates;
    private final List<DueSource> sources;
    private final ExceptionalAccessSource exceptional;
    private final BusinessClock clock;

    DueResource(
            CaseFiles files,
            Duplicates duplicates,
            List<DueSource> sources,
            ExceptionalAccessSource exceptional,
            BusinessClock clock) {
        this.files = files;
        this.duplicates = duplicates;
        this.sources = sources;
        this.exceptional = exceptional;
        this.clock = clock;
    }

    /** Soonest first; what is to be done for a duplicate, in the file that it is read through. Names are left to the list of files, which knows what its reader may see. */
    @GetMapping("/api/cases/due")
    Items due(Caller caller) {
        var reader = caller.staffId();
        var today = clock.today();
        var looked = files.of(caller.requireUnit(), caller.is(Role.LEAD) ? null : reader, reader);
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
}
