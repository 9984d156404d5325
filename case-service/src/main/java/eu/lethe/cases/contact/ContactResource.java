package eu.lethe.cases.contact;

import eu.lethe.cases.Recorded;
import eu.lethe.cases.casefile.ReadableFiles;
import eu.lethe.cases.contact.ContactCommand.RecordContact;
import eu.lethe.cases.person.Persons;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.catalogue.Nomenclature;
import eu.lethe.platform.eventstore.ReadYourWrites;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.sealing.Clear;
import eu.lethe.platform.sealing.KeyLeases.Current;
import eu.lethe.platform.sealing.LeasedKeys;
import eu.lethe.platform.security.Caller;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Recording a contact. */
@RestController
class ContactResource {

    record RecordedContact(UUID contactId) {}

    private final CommandGateway commands;
    private final Contacts contacts;
    private final ReadableFiles readable;
    private final Persons persons;
    private final Nomenclature nomenclature;
    private final LeasedKeys keys;
    private final Recorded recorded;

    ContactResource(
            CommandGateway commands,
            Contacts contacts,
            ReadableFiles readable,
            Persons persons,
            Nomenclature nomenclature,
            LeasedKeys keys,
            Recorded recorded) {
        this.commands = commands;
        this.contacts = contacts;
        this.readable = readable;
        this.persons = persons;
        this.nomenclature = nomenclature;
        this.keys = keys;
        this.recorded = recorded;
    }

    /** Writes down what was said, in a file of the caller's unit. */
    @PostMapping("/api/cases/files/{fileId}/contacts")
    @ResponseStatus(HttpStatus.CREATED)
    RecordedContact record(@PathVariable UUID fileId, @Valid @RequestBody RecordContactRequest request, Caller caller) {
        var author = caller.staffId();
        var file = readable.require(fileId, caller);
        var codes = new ChosenCodes(request.chosenCodes(), nomenclature);
        requireKnown(request.mentioned());
        leaseAhead(file.personId(), codes);
        return recorded.time("contact", () -> {
            var contactId = UUID.randomUUID();
            commands.sendAndWait(new RecordContact(
                    fileId,
                    file.personId(),
                    contactId,
                    file.unit(),
                    request.date(),
                    Clear.of(request.text()),
                    codes.others(),
                    codes.health(),
                    request.mentioned(),
                    author));
            ReadYourWrites.await(() -> contacts.has(contactId));
            return new RecordedContact(contactId);
        });
    }

    private void requireKnown(List<UUID> mentioned) {
        var present = persons.presentAmong(mentioned);
        var unknown = new ArrayList<Problem.FieldError>();
        for (var index = 0; index < mentioned.size(); index++) {
            if (!present.contains(mentioned.get(index))) {
                unknown.add(new Problem.FieldError("/persons/" + index, "unknown"));
            }
        }
        if (!unknown.isEmpty()) {
            throw Problem.invalid(unknown);
        }
    }

    /** Asks for the keys in one round trip, and before a database transaction waits for them. */
    private void leaseAhead(UUID personId, ChosenCodes codes) {
        var needed = new ArrayList<>(List.of(new Current(personId, Compartment.NARRATIVE)));
        if (codes.others() != null) {
            needed.add(new Current(personId, Compartment.CODING));
        }
        if (codes.health() != null) {
            needed.add(new Current(personId, Compartment.HEALTH));
        }
        keys.prefetchCurrent(needed);
    }
}
