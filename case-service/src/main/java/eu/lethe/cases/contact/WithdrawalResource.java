package eu.lethe.cases.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.lethe.cases.casefile.CaseFiles;
import eu.lethe.cases.casefile.ReadableFiles;
import eu.lethe.cases.contact.ContactCommand.Place;
import eu.lethe.cases.contact.ContactCommand.RefileContact;
import eu.lethe.cases.contact.ContactCommand.RestoreContact;
import eu.lethe.cases.contact.ContactCommand.WithdrawContact;
import eu.lethe.cases.contact.ContactGaps.Gap;
import eu.lethe.cases.contact.ContactRequest.WithdrawRequest;
import eu.lethe.cases.person.AfterBirth;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.eventstore.ReadYourWrites;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.sealing.KeyLeases.Current;
import eu.lethe.platform.sealing.LeasedKeys;
import eu.lethe.platform.security.Caller;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Taking a contact back, filing it where it belongs, bringing it back. */
@RestController
class WithdrawalResource {

    private static final String WITHDRAWAL = "/api/cases/files/{fileId}/contacts/{contactId}/withdrawal";
    private static final String WRONG_PERSON = "wrong-person";
    private static final String RECORDED_IN_ERROR = "recorded-in-error";

    /**
     * What became of it.
     *
     * @param contactId what it is called in the other file, if it was filed there
     * @param erasedOn the day before which it may come back, if it was not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Withdrawn(@Nullable UUID contactId, @Nullable LocalDate erasedOn) {}

    private final CommandGateway commands;
    private final ReadableFiles readable;
    private final Contacts contacts;
    private final ContactGaps gaps;
    private final AfterBirth afterBirth;
    private final LeasedKeys keys;

    WithdrawalResource(
            CommandGateway commands,
            ReadableFiles readable,
            Contacts contacts,
            ContactGaps gaps,
            AfterBirth afterBirth,
            LeasedKeys keys) {
        this.commands = commands;
        this.readable = readable;
        this.contacts = contacts;
        this.gaps = gaps;
        this.afterBirth = afterBirth;
        this.keys = keys;
    }

    /** Takes a contact back, for good after the agency's grace; with another file named, it is filed there at once. */
    @PostMapping(WITHDRAWAL)
    Withdrawn withdraw(
            @PathVariable UUID fileId,
            @PathVariable UUID contactId,
            @Valid @RequestBody WithdrawRequest request,
            Caller caller) {
        var author = caller.staffId();
        var file = readable.requireOwn(fileId, caller);
        var contact = contacts.require(fileId, contactId);
        requireKnown(request);
        var reasonText = ContactRequest.text(request.reasonText());
        leaseAhead(List.of(new Current(file.personId(), Compartment.RIGHTS)));
        if (request.toFileId() == null) {
            commands.sendAndWait(
                    new WithdrawContact(contactId, fileId, file.unit(), request.reason(), reasonText, author));
            ReadYourWrites.await(() -> contacts.find(contactId).isEmpty());
            return new Withdrawn(
                    null, gaps.find(fileId, contactId).map(Gap::erasedOn).orElse(null));
        }
        var right = readable.requireOwn(request.toFileId(), caller);
        afterBirth.require("/toFileId", contact.date(), right.personId(), caller);
        var place = place(right, contact.corrected());
        UUID revisionId =
                commands.sendAndWait(new RefileContact(contactId, fileId, file.unit(), place, reasonText, author));
        ReadYourWrites.await(() -> contacts.find(contactId).isEmpty()
                && contacts.find(place.contactId())
                        .filter(moved -> moved.revisionId().equals(revisionId))
                        .isPresent());
        return new Withdrawn(place.contactId(), null);
    }

    /** Brings a contact back that was taken back by mistake: all of it, as it was. */
    @DeleteMapping(WITHDRAWAL)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void restore(@PathVariable UUID fileId, @PathVariable UUID contactId, Caller caller) {
        var author = caller.staffId();
        var file = readable.requireOwn(fileId, caller);
        gaps.require(fileId, contactId);
        commands.sendAndWait(new RestoreContact(contactId, fileId, file.unit(), author));
        ReadYourWrites.await(() -> contacts.find(contactId).isPresent());
    }

    /** The reasons of earlier corrections come along. */
    private Place place(CaseFiles.Row right, boolean corrected) {
        leaseAhead(Stream.concat(
                        Stream.of(Compartment.NARRATIVE, Compartment.CODING, Compartment.HEALTH),
                        corrected ? Stream.of(Compartment.RIGHTS) : Stream.empty())
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
