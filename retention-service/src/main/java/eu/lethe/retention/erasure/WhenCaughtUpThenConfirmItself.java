package eu.lethe.retention.erasure;

import eu.lethe.platform.erasure.CatchingUp;
import eu.lethe.platform.erasure.Phase;
import eu.lethe.platform.receiving.Backlog;
import eu.lethe.platform.receiving.KeptAside;
import eu.lethe.retention.erasure.ErasureCommand.Confirm;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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
    private final ErasureHistories histories;
    private final CatchingUp catchingUp;
    private final CommandGateway commands;

    WhenCaughtUpThenConfirmItself(
            ErasureRuns runs,
            ErasureHistories histories,
            Backlog backlog,
            KeptAside keptAside,
            CommandGateway commands) {
        this.runs = runs;
        this.histories = histories;
        this.catchingUp = new CatchingUp(backlog, keptAside);
        this.commands = commands;
    }

    @Scheduled(fixedDelayString = "${lethe.retention.erasure.poll-every}")
    void look() {
        try {
            catchingUp.with(waiting()).forEach(this::confirm);
        } catch (RuntimeException away) {
            LOG.warn(
                    "it cannot be said now whether suspensions are caught up with: {}",
                    away.getClass().getSimpleName());
        }
    }

    private Map<UUID, List<UUID>> waiting() {
        return runs.underWay().stream()
                .filter(erasure -> histories.read(erasure, WhenCaughtUpThenConfirmItself::waitsForThisService))
                .collect(Collectors.toMap(
                        erasure -> erasure, erasure -> histories.read(erasure, ErasureHistory::suspendedPersons)));
    }

    private static boolean waitsForThisService(ErasureHistory history) {
        return history.state() == ErasureState.SUSPENDED
                && !history.hasListed()
                && !history.confirmedBy(Phase.SUSPENDED).contains(ErasureProperties.OWN_NAME);
    }

    private void confirm(UUID erasure) {
        commands.sendAndWait(new Confirm(erasure, ErasureProperties.OWN_NAME, Phase.SUSPENDED));
    }
}
