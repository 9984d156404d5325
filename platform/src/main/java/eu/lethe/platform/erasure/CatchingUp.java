package eu.lethe.platform.erasure;

import eu.lethe.platform.receiving.Backlog;
import eu.lethe.platform.receiving.Backlog.Ends;
import eu.lethe.platform.receiving.KeptAside;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Understands when this service has caught up with a suspension: all its consumers are past where the topics ended when it was
 * first asked, and nothing about the persons was kept aside. After a restart it looks anew where the topics end, which can
 * only be later.
 */
public final class CatchingUp {

    private final Backlog backlog;
    private final KeptAside keptAside;
    private final Map<UUID, Ends> marks = new ConcurrentHashMap<>();

    /** As this service receives. */
    public CatchingUp(Backlog backlog, KeptAside keptAside) {
        this.backlog = backlog;
        this.keptAside = keptAside;
    }

    /** Of all the runs that wait for it now, with their persons, those that need not wait any longer. */
    public List<UUID> with(Map<UUID, ? extends Collection<UUID>> waiting) {
        marks.keySet().retainAll(waiting.keySet());
        return waiting.entrySet().stream()
                .filter(run -> backlog.isPast(marks.computeIfAbsent(run.getKey(), _ -> backlog.endsNow()))
                        && keptAside.among(run.getValue()).isEmpty())
                .<UUID>map(Map.Entry::getKey)
                .toList();
    }
}
