package eu.lethe.cases.erasure;

import eu.lethe.cases.person.PersonCommand.ShowPerson;
import eu.lethe.contracts.events.retention.ErasureEvent.PersonRestored;
import eu.lethe.platform.erasure.Automation;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Understands that an erasure called off gives the person back to the workers. */
@Component
final class WhenPersonRestoredThenShowPerson implements Automation<PersonRestored> {

    private final CommandGateway commands;
    private final KnownPersons persons;

    WhenPersonRestoredThenShowPerson(CommandGateway commands, KnownPersons persons) {
        this.commands = commands;
        this.persons = persons;
    }

    @Override
    public Class<PersonRestored> event() {
        return PersonRestored.class;
    }

    @Override
    public void when(PersonRestored restored) {
        if (persons.know(restored.personId())) {
            commands.sendAndWait(new ShowPerson(restored.personId(), restored.erasureId()));
        }
    }
}
