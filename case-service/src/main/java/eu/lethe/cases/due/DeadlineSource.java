package eu.lethe.cases.due;

import eu.lethe.cases.casefile.Deadlines;
import eu.lethe.platform.time.BusinessClock;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Understands which files fall due soon: two years ahead everything does. */
@Component
class DeadlineSource implements DueSource {

    private static final Period SOON = Period.ofMonths(3);

    private final Deadlines deadlines;
    private final BusinessClock clock;

    DeadlineSource(Deadlines deadlines, BusinessClock clock) {
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    public List<DueItem> in(Collection<UUID> fileIds) {
        return deadlines.until(clock.today().plus(SOON), fileIds).stream()
                .map(due -> new DueItem(due.fileId(), due.fileId(), "deadline", due.on()))
                .toList();
    }
}
