package eu.lethe.cases.household;

import eu.lethe.cases.household.HouseholdCommand.TakePlace;
import eu.lethe.cases.merge.MergeStep;
import eu.lethe.cases.person.Duplicates.Merge;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Understands that with whom a duplicate lives, or lived, the person does, or did. */
@Component
class MergedHouseholds implements MergeStep {

    private final HouseholdMembers members;
    private final CommandGateway commands;

    MergedHouseholds(HouseholdMembers members, CommandGateway commands) {
        this.members = members;
        this.commands = commands;
    }

    @Override
    public boolean complete(Merge merge, String unit) {
        var left = members.of(merge.duplicateId()).stream()
                .filter(member -> !member.neverWas())
                .toList();
        left.forEach(member -> commands.sendAndWait(new TakePlace(
                member.householdId(), member.membershipId(), merge.personId(), UUID.randomUUID(), merge.author())));
        return left.isEmpty();
    }
}
