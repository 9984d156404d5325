package eu.lethe.retention.erasure;

import eu.lethe.platform.receiving.Backlog;
import eu.lethe.platform.receiving.Backlog.Ends;
import eu.lethe.platform.receiving.KeptAside;
import eu.lethe.retention.erasure.ErasureCommand.Confirm;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Understands that this service, too, has to have heard everything from before a suspension: a contact that it has not read
 * yet might say that somebody no longer qualifies.
 */
@Component
class WhenCaughtUpThenConfirmItself {

    private static final Logger LOG = LoggerFactory.getLogger(WhenCaughtUpThenConfirmItself.class);

    private final ErasureRuns runs;
    private final ErasureHistories stories;
    private final Backlog backlog;
    private final KeptAside keptAside;
    private final CommandGateway commands;
    private final Map<UUID, Ends> marks = new ConcurrentHashMap<>();

    WhenCaughtUpThenConfirmItself(
            ErasureRuns runs, ErasureHistories stories, Backlog backlog, KeptAside keptAside, CommandGateway commands) {
        this.runs = runs;
        this.stories = stories;
        this.backlog = backlog;
        this.keptAside = keptAside;
        this.commands = commands;
    }

    @Scheduled(fixedDelayString = "${lethe.retention.erasure.poll-every}")
    void look() {
        try {
            var waiting = runs.underWay().stream()
                    .filter(erasure -> stories.read(erasure, WhenCaughtUpThenConfirmItself::waitsForThisService))
                    .toList();
            marks.keySet().retainAll(waiting);
            waiting.forEach(this::confirm);
        } catch (RuntimeException away) {
            LOG.warn(
                    "it cannot be said now whether suspensions are caught up with: {}",
                    away.getClass().getSimpleName());
        }
    }

    private static boolean waitsForThisService(ErasureHistory story) {
        return story.state() == ErasureState.SUSPENDED
                && !story.hasListed()
                && !story.confirmedBy(Phase.SUSPENDED).contains(ErasureProperties.OWN_NAME);
    }

    private void confirm(UUID erasure) {
        var mark = marks.computeIfAbsent(erasure, _ -> backlog.endsNow());
        if (backlog.isPast(mark)
                && keptAside
                        .among(stories.read(erasure, ErasureHistory::suspendedPersons))
                        .isEmpty()) {
            commands.sendAndWait(new Confirm(erasure, ErasureProperties.OWN_NAME, Phase.SUSPENDED));
        }
    }
}
