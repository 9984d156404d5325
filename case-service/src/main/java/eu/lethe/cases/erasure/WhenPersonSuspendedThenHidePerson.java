package eu.lethe.cases.erasure;

import eu.lethe.cases.person.PersonCommand.HidePerson;
import eu.lethe.contracts.events.retention.ErasureEvent.PersonSuspended;
import eu.lethe.platform.erasure.Automation;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Understands that nobody reads, or finds, a person whose erasure is in its grace period. */
@Component
final class WhenPersonSuspendedThenHidePerson implements Automation<PersonSuspended> {

    private final CommandGateway commands;
    private final KnownPersons persons;

    WhenPersonSuspendedThenHidePerson(CommandGateway commands, KnownPersons persons) {
        this.commands = commands;
        this.persons = persons;
    }

    @Override
    public Class<PersonSuspended> event() {
        return PersonSuspended.class;
    }

    @Override
    public void when(PersonSuspended suspended) {
        if (suspended.wholePerson() && persons.know(suspended.personId())) {
            commands.sendAndWait(new HidePerson(suspended.personId(), suspended.erasureId(), suspended.graceEndsAt()));
        }
    }
}
