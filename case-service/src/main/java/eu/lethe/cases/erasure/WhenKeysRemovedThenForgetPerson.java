package eu.lethe.cases.erasure;

import eu.lethe.cases.casefile.CaseFileCommand.EraseCaseFile;
import eu.lethe.cases.casefile.FilesOfPersons;
import eu.lethe.cases.person.PersonCommand;
import eu.lethe.cases.person.PersonCommand.ForgetCompartments;
import eu.lethe.cases.person.PersonCommand.ForgetPerson;
import eu.lethe.cases.reported.InformationCommand.EraseInformation;
import eu.lethe.cases.reported.Sources;
import eu.lethe.contracts.events.retention.ErasureEvent.KeysRemoved;
import eu.lethe.platform.erasure.Automation;
import eu.lethe.platform.erasure.ErasureConfirmations;
import eu.lethe.platform.erasure.Phase;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/**
 * Understands that what no key opens any more is forgotten: the whole person with their file, some compartments, or what a
 * source had said. The purge is confirmed once the tables have followed ({@link WhenPersonForgottenThenConfirmPurge}).
 */
@Component
final class WhenKeysRemovedThenForgetPerson implements Automation<KeysRemoved> {

    private final CommandGateway commands;
    private final KnownPersons persons;
    private final FilesOfPersons files;
    private final Sources sources;
    private final ErasureConfirmations confirmations;

    WhenKeysRemovedThenForgetPerson(
            CommandGateway commands,
            KnownPersons persons,
            FilesOfPersons files,
            Sources sources,
            ErasureConfirmations confirmations) {
        this.commands = commands;
        this.persons = persons;
        this.files = files;
        this.sources = sources;
        this.confirmations = confirmations;
    }

    @Override
    public Class<KeysRemoved> event() {
        return KeysRemoved.class;
    }

    @Override
    public void when(KeysRemoved removed) {
        var person = removed.personId();
        if (!persons.know(person)) {
            forgetSource(removed);
        } else if (removed.wholePerson()) {
            files.of(person)
                    .ifPresent(
                            file -> commands.sendAndWait(new EraseCaseFile(file, removed.erasureId(), removed.on())));
            forget(removed, new ForgetPerson(person, removed.erasureId(), removed.on()));
        } else {
            forget(removed, new ForgetCompartments(person, removed.erasureId(), removed.keys(), removed.on()));
        }
    }

    /** Of whom another erasure left nothing there is nothing to forget, and no table that has to follow. */
    private void forget(KeysRemoved removed, PersonCommand command) {
        if (Boolean.FALSE.equals(commands.<Boolean>sendAndWait(command))) {
            confirmations.confirm(removed.erasureId(), removed.personId(), Phase.PURGED);
        }
    }

    /** A source is nobody's record; who is neither is unknown here, and there is nothing to forget. */
    private void forgetSource(KeysRemoved removed) {
        sources.informationOf(removed.personId())
                .ifPresentOrElse(
                        information -> commands.sendAndWait(
                                new EraseInformation(information, removed.erasureId(), removed.on())),
                        () -> confirmations.confirm(removed.erasureId(), removed.personId(), Phase.PURGED));
    }
}
