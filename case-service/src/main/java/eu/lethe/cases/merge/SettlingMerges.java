package eu.lethe.cases.merge;

import eu.lethe.cases.person.Duplicates;
import eu.lethe.cases.person.Duplicates.Merge;
import eu.lethe.cases.person.PersonCommand.SettleMerge;
import eu.lethe.cases.person.Persons;
import eu.lethe.platform.eventstore.LostRace;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.sealing.KeyRefused;
import eu.lethe.platform.sealing.KeysUnavailable;
import eu.lethe.platform.time.BusinessClock;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Understands that a merge which can no longer be undone is settled: what was the duplicate's is moved piece by piece, each in
 * a transaction of its own, and only when nothing is left is the duplicate given up. Whatever stops it, the next round goes on.
 */
@Component
class SettlingMerges {

    private static final Logger LOG = LoggerFactory.getLogger(SettlingMerges.class);

    private final Duplicates duplicates;
    private final Persons persons;
    private final List<MergeStep> steps;
    private final CommandGateway commands;
    private final BusinessClock clock;

    SettlingMerges(
            Duplicates duplicates,
            Persons persons,
            List<MergeStep> steps,
            CommandGateway commands,
            BusinessClock clock) {
        this.duplicates = duplicates;
        this.persons = persons;
        this.steps = List.copyOf(steps);
        this.commands = commands;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${lethe.merges.settle-every:PT10S}")
    void settle() {
        try {
            duplicates.toSettle(clock.today()).forEach(this::settle);
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("settling merges waits: {}", away.getClass().getSimpleName());
        }
    }

    private void settle(Merge merge) {
        try {
            var kept = persons.find(merge.personId());
            var duplicate = persons.find(merge.duplicateId());
            if (kept.isEmpty()
                    || duplicate.isEmpty()
                    || kept.get().suspended()
                    || duplicate.get().suspended()) {
                return;
            }
            var unit = kept.get().unit();
            if (duplicate.get().erasedOn() != null || (unit != null && complete(merge, unit))) {
                commands.sendAndWait(new SettleMerge(merge.personId(), merge.duplicateId()));
            }
        } catch (KeysUnavailable | KeyRefused | LostRace | Problem notNow) {
            LOG.warn("a merge is not settled yet: {}", notNow.getClass().getSimpleName());
        }
    }

    private boolean complete(Merge merge, String unit) {
        var complete = true;
        for (var step : steps) {
            complete &= step.complete(merge, unit);
        }
        return complete;
    }
}
