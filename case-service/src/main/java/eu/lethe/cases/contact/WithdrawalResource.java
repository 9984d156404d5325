package eu.lethe.cases.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.lethe.cases.casefile.CaseFiles;
import eu.lethe.cases.casefile.ReadableFiles;
import eu.lethe.cases.contact.ContactCommand.Place;
import eu.lethe.cases.contact.ContactCommand.RefileContact;
import eu.lethe.cases.contact.ContactCommand.WithdrawContact;
import eu.lethe.cases.contact.ContactRequest.WithdrawRequest;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.eventstore.ReadYourWrites;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.sealing.KeyLeases.Current;
import eu.lethe.platform.sealing.LeasedKeys;
import eu.lethe.platform.security.Caller;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Taking a contact back, and filing it where it belongs. */
@RestController
class WithdrawalResource {

    private static final String WRONG_PERSON = "wrong-person";
    private static final String RECORDED_IN_ERROR = "recorded-in-error";

    /** What it is called in the other file. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Withdrawn(@Nullable UUID contactId) {}

    private final CommandGateway commands;
    private final ReadableFiles readable;
    private final Contacts contacts;
    private final LeasedKeys keys;

    WithdrawalResource(CommandGateway commands, ReadableFiles readable, Contacts contacts, LeasedKeys keys) {
        this.commands = commands;
        this.readable = readable;
        this.contacts = contacts;
        this.keys = keys;
    }

    /** Takes a contact back; with another file named, it is filed there. */
    @PostMapping("/api/cases/files/{fileId}/contacts/{contactId}/withdrawal")
    Withdrawn withdraw(
            @PathVariable UUID fileId,
            @PathVariable UUID contactId,
            @Valid @RequestBody WithdrawRequest request,
            Caller caller) {
        var author = caller.staffId();
        var file = readable.requireOwn(fileId, caller);
        contacts.require(fileId, contactId);
        requireKnown(request);
        var reasonText = ContactRequest.text(request.reasonText());
        leaseAhead(List.of(new Current(file.personId(), Compartment.RIGHTS)));
        if (request.toFileId() == null) {
            commands.sendAndWait(
                    new WithdrawContact(contactId, fileId, file.unit(), request.reason(), reasonText, author));
            ReadYourWrites.await(() -> contacts.find(contactId).isEmpty());
            return new Withdrawn(null);
        }
        var place = place(readable.requireOwn(request.toFileId(), caller));
        commands.sendAndWait(new RefileContact(contactId, fileId, file.unit(), place, reasonText, author));
        ReadYourWrites.await(() -> contacts.find(contactId).isEmpty()
                && contacts.find(place.contactId()).isPresent());
        return new Withdrawn(place.contactId());
    }

    private Place place(CaseFiles.Row right) {
        leaseAhead(Stream.of(Compartment.NARRATIVE, Compartment.CODING, Compartment.HEALTH)
                .map(compartment -> new Current(right.personId(), compartment))
                .toList());
        return new Place(right.fileId(), right.personId(), right.unit(), UUID.randomUUID());
    }

    private static void requireKnown(WithdrawRequest request) {
        if (!request.reason().equals(WRONG_PERSON) && !request.reason().equals(RECORDED_IN_ERROR)) {
            throw Problem.invalid("/reason", "unknown");
        }
        if (request.toFileId() != null && !request.reason().equals(WRONG_PERSON)) {
            throw Problem.invalid("/toFileId", "invalid");
        }
    }

    /** Before a database transaction waits for them. */
    private void leaseAhead(List<Current> needed) {
        keys.prefetchCurrent(needed);
    }
}
