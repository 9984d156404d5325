package eu.lethe.cases.due;

import eu.lethe.cases.casefile.CaseFiles;
import eu.lethe.platform.security.Caller;
import eu.lethe.platform.security.Role;
import eu.lethe.platform.time.BusinessClock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
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
    record Item(UUID fileId, UUID recordId, String kind, LocalDate on, boolean late) {}

    private final CaseFiles files;
    private final List<DueSource> sources;
    private final BusinessClock clock;

    DueResource(CaseFiles files, List<DueSource> sources, BusinessClock clock) {
        this.files = files;
        this.sources = sources;
        this.clock = clock;
    }

    /** Soonest first. Names are left to the list of files, which knows what its reader may see. */
    @GetMapping("/api/cases/due")
    Items due(Caller caller) {
        var reader = caller.staffId();
        var today = clock.today();
        var looked = files.of(caller.requireUnit(), caller.is(Role.LEAD) ? null : reader, reader);
        return new Items(sources.stream()
                .flatMap(source -> source.in(looked).stream())
                .sorted(Comparator.comparing(DueItem::on).thenComparing(DueItem::kind))
                .map(item -> new Item(
                        item.fileId(),
                        item.recordId(),
                        item.kind(),
                        item.on(),
                        item.on().isBefore(today)))
                .toList());
    }
}
