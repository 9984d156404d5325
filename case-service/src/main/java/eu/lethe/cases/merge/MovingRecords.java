package eu.lethe.cases.merge;

import eu.lethe.cases.person.Duplicates.Merge;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Understands how the records in a duplicate's file come into the kept one: each by a command of its own, until none is left. */
@Component
public class MovingRecords {

    private final CommandGateway commands;

    MovingRecords(CommandGateway commands) {
        this.commands = commands;
    }

    /**
     * Moves what is left.
     *
     * @param readableIn the records in a file; what nobody can read any more goes with the duplicate
     * @param moving the command that takes a record into the kept file
     * @return whether nothing was left
     */
    public <R> boolean complete(Merge merge, Function<UUID, List<R>> readableIn, BiFunction<R, UUID, Object> moving) {
        var kept = merge.fileId();
        var duplicate = merge.duplicateFileId();
        if (kept == null || duplicate == null) {
            return true;
        }
        var left = readableIn.apply(duplicate);
        left.forEach(record -> commands.sendAndWait(moving.apply(record, kept)));
        return left.isEmpty();
    }
}
