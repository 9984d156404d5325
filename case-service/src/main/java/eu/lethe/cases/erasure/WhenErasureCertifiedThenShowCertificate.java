package eu.lethe.cases.erasure;

import eu.lethe.cases.person.PersonCommand.ProveErasure;
import eu.lethe.cases.reported.Sources;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureCertified;
import eu.lethe.platform.erasure.Automation;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Understands that whoever looks for an erased person, or for what an erased source had said, is shown the proof. */
@Component
final class WhenErasureCertifiedThenShowCertificate implements Automation<ErasureCertified> {

    private final CommandGateway commands;
    private final KnownPersons persons;
    private final Sources sources;

    WhenErasureCertifiedThenShowCertificate(CommandGateway commands, KnownPersons persons, Sources sources) {
        this.commands = commands;
        this.persons = persons;
        this.sources = sources;
    }

    @Override
    public Class<ErasureCertified> event() {
        return ErasureCertified.class;
    }

    @Override
    public void when(ErasureCertified certified) {
        certified.personIds().stream()
                .filter(persons::know)
                .forEach(person ->
                        commands.sendAndWait(new ProveErasure(person, certified.proven(), certified.certificateId())));
        if (certified.personIds().stream()
                .anyMatch(person -> sources.informationOf(person).isPresent())) {
            certified.proven().forEach(erasure -> sources.certified(erasure, certified.certificateId()));
        }
    }
}
