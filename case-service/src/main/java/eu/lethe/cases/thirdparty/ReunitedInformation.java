package eu.lethe.cases.thirdparty;

import eu.lethe.cases.merge.Reunion;
import eu.lethe.cases.person.Duplicates.Merge;
import eu.lethe.cases.thirdparty.InformationCommand.MoveInformation;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/**
 * Understands that what was reported about a duplicate belongs into the file that is kept, with all that was decided about it.
 * The day that remains of what was erased goes with the duplicate.
 */
@Component
class ReunitedInformation implements Reunion {

    private final InformationOnFile information;
    private final CommandGateway commands;

    ReunitedInformation(InformationOnFile information, CommandGateway commands) {
        this.information = information;
        this.commands = commands;
    }

    @Override
    public boolean complete(Merge merge, String unit) {
        var kept = merge.fileId();
        var duplicate = merge.duplicateFileId();
        if (kept == null || duplicate == null) {
            return true;
        }
        var left = information.of(List.of(duplicate)).stream()
                .filter(row -> row.said() != null && row.erasedOn() == null)
                .toList();
        left.forEach(row -> commands.sendAndWait(
                new MoveInformation(row.informationId(), kept, merge.personId(), unit, merge.author())));
        return left.isEmpty();
    }
}
