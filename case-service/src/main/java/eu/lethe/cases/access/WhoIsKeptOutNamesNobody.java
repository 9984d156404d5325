package eu.lethe.cases.access;

import eu.lethe.cases.commands.Decision;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Understands that whoever is kept from a person gives no command that names them: not by the file of another member of the
 * household, nor by a mention, nor by a merge. It comes first: who is kept out learns nothing else.
 */
@Component
@Order(1)
class WhoIsKeptOutNamesNobody implements CommandWatch {

    private final NamedPersons namedPersons;
    private final ReadablePersons persons;

    WhoIsKeptOutNamesNobody(NamedPersons namedPersons, ReadablePersons persons) {
        this.namedPersons = namedPersons;
        this.persons = persons;
    }

    @Override
    public void look(Record command, UUID actor, NamedIds named) {
        var all = namedPersons.of(named);
        if (!all.isEmpty()) {
            persons.requireNotKeptOut(actor, all, command.getClass().isAnnotationPresent(Decision.class));
        }
    }
}
