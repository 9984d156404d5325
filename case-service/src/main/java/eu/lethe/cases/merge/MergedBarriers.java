package eu.lethe.cases.merge;

import eu.lethe.cases.access.ReadingCommand.TakeOverBarriers;
import eu.lethe.cases.person.Duplicates.Merge;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Understands that who is kept from a duplicate is kept from the person: that comes before anything moves. Exceptional accesses
 * are over long before, and stay where they were used.
 */
@Component
@Order(1)
class MergedBarriers implements MergeStep {

    private final CommandGateway commands;

    MergedBarriers(CommandGateway commands) {
        this.commands = commands;
    }

    @Override
    public boolean complete(Merge merge, String unit) {
        Boolean added = commands.sendAndWait(new TakeOverBarriers(merge.personId(), merge.duplicateId()));
        return !added;
    }
}
