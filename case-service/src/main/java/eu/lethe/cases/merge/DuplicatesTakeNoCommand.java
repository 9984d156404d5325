package eu.lethe.cases.merge;

import eu.lethe.cases.access.CommandWatch;
import eu.lethe.cases.access.NamedIds;
import eu.lethe.cases.commands.TakenByDuplicates;
import eu.lethe.cases.person.Duplicates;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Understands that nothing new is said of a record that is read through another one: no file is opened for it, nobody is
 * excluded from it, no contact mentions it.
 */
@Component
class DuplicatesTakeNoCommand implements CommandWatch {

    private final Duplicates duplicates;

    DuplicatesTakeNoCommand(Duplicates duplicates) {
        this.duplicates = duplicates;
    }

    @Override
    public void look(Record command, UUID actor, NamedIds named) {
        if (!command.getClass().isAnnotationPresent(TakenByDuplicates.class)) {
            duplicates.requireNoneAmong(named.persons());
        }
    }
}
