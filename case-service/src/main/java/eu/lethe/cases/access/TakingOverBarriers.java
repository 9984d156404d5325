package eu.lethe.cases.access;

import eu.lethe.cases.access.ReadingCommand.TakeOverBarriers;
import eu.lethe.cases.resealing.ResealedRecords;
import eu.lethe.platform.time.BusinessClock;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Understands that a person's barriers are those of both their records, once only one of them is kept. */
@Component
class TakingOverBarriers {

    private final Repository<ReadingRights> rights;
    private final ResealedRecords resealed;
    private final BusinessClock clock;

    TakingOverBarriers(Repository<ReadingRights> rights, ResealedRecords resealed, BusinessClock clock) {
        this.rights = rights;
        this.resealed = resealed;
        this.clock = clock;
    }

    /** Returns whether there was anything to add. */
    @CommandHandler
    boolean handle(TakeOverBarriers take) throws Exception {
        var others = of(take.duplicateId());
        if (others.exclusions().isEmpty() && others.restriction() == null) {
            return false;
        }
        return rights.loadOrCreate(take.readingId().toString(), ReadingRights::new)
                .<Boolean>invoke(own -> own.takeOver(take.personId(), others, resealed, clock));
    }

    private InForce of(UUID personId) {
        try {
            return rights.load(ReadingCommand.idOf(personId).toString()).<InForce>invoke(ReadingRights::inForce);
        } catch (AggregateNotFoundException nobodyIsKeptOut) {
            return InForce.NOBODY;
        }
    }
}
