package eu.lethe.cases.due;

import eu.lethe.cases.access.ExceptionalAccesses;
import eu.lethe.platform.security.Caller;
import eu.lethe.platform.time.BusinessClock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Understands that who is told of an exceptional access is to look at it the same day, and nobody else is. */
@Component
class ExceptionalAccessSource {

    private final ExceptionalAccesses accesses;
    private final BusinessClock clock;

    ExceptionalAccessSource(ExceptionalAccesses accesses, BusinessClock clock) {
        this.accesses = accesses;
        this.clock = clock;
    }

    /** Those in these files that the caller is told of and has not taken note of. */
    List<DueItem> in(Collection<UUID> fileIds, Caller caller) {
        return accesses.unseenIn(fileIds, caller).stream()
                .map(access ->
                        new DueItem(access.fileId(), access.accessId(), "exceptional-access", clock.dayOf(access.at())))
                .toList();
    }
}
