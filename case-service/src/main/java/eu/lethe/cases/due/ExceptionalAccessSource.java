package eu.lethe.cases.due;

import eu.lethe.cases.reading.ExceptionalAccesses;
import eu.lethe.platform.time.BusinessClock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Understands that who answers for a file is to look, the same day, at who opened it exceptionally. */
@Component
class ExceptionalAccessSource implements DueSource {

    private final ExceptionalAccesses accesses;
    private final BusinessClock clock;

    ExceptionalAccessSource(ExceptionalAccesses accesses, BusinessClock clock) {
        this.accesses = accesses;
        this.clock = clock;
    }

    @Override
    public List<DueItem> in(Collection<UUID> fileIds) {
        return accesses.unseenIn(fileIds).stream()
                .map(access -> new DueItem(
                        access.fileId(),
                        access.accessId(),
                        "exceptional-access",
                        access.at().atZone(clock.zone()).toLocalDate()))
                .toList();
    }
}
