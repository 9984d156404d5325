package eu.lethe.cases.contact;

import eu.lethe.cases.RecordingTimes;
import eu.lethe.cases.casefile.CaseFiles;
import eu.lethe.cases.casefile.ReadableFiles;
import eu.lethe.cases.contact.ContactCommand.CodeContact;
import eu.lethe.cases.contact.ContactCommand.CorrectContact;
import eu.lethe.cases.contact.ContactCommand.RecordContact;
import eu.lethe.cases.contact.ContactRequest.CodeRequest;
import eu.lethe.cases.contact.ContactRequest.CorrectRequest;
import eu.lethe.cases.contact.ContactRequest.RecordRequest;
import eu.lethe.cases.person.AfterBirth;
import eu.lethe.cases.person.Duplicates;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.catalogue.Nomenclature;
import eu.lethe.platform.eventstore.ReadYourWrites;
import eu.lethe.platform.once.Claim;
import eu.lethe.platform.once.SendingKey;
import eu.lethe.platform.once.SentOnce;
import eu.lethe.platform.sealing.Clear;
import eu.lethe.platform.sealing.KeyLeases.Current;
import eu.lethe.platform.sealing.LeasedKeys;
import eu.lethe.platform.security.Caller;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Recording a contact, putting it right, choosing its codes. */
@RestController
@RequestMapping("/api/cases/files/{fileId}/contacts")
class ContactResource {

    record RecordedContact(UUID contactId) {}

    record CorrectedContact(UUID revisionId) {}

    record CodedContact(UUID codingId) {}

    private final CommandGateway commands;
    private final Contacts contacts;
    private final ReadableFiles readable;
    private final Duplicates duplicates;
    private final AfterBirth afterBirth;
    private final MentionedPersons mentioned;
    private final Nomenclature nomenclature;
    private final LeasedKeys keys;
    private final RecordingTimes recorded;
    private final SentOnce once;

    ContactResource(
            CommandGateway commands,
            Contacts contacts,
            ReadableFiles readable,
            Duplicates duplicates,
            AfterBirth afterBirth,
            MentionedPersons mentioned,
            Nomenclature nomenclature,
            LeasedKeys keys,
            RecordingTimes recorded,
            SentOnce once) {
        this.commands = commands;
        this.contacts = contacts;
        this.readable = readable;
        this.duplicates = duplicates;
        this.afterBirth = afterBirth;
        this.mentioned = mentioned;
        this.nomenclature = nomenclature;
        this.keys = keys;
        this.recorded = recorded;
        this.once = once;
    }

    /** Writes down what was said. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    RecordedContact record(
            @PathVariable UUID fileId, @Valid @RequestBody RecordRequest request, SendingKey sending, Caller caller) {
        var file = readable.require(fileId, caller);
        return once.record(sending, request, RecordedContact.class, claim -> record(file, request, claim, caller));
    }

    private RecordedContact record(CaseFiles.Row file, RecordRequest request, Claim claim, Caller caller) {
        var author = caller.staffId();
        afterBirth.require("/date", request.date(), file.personId(), caller);
        var codes = new ChosenCodes(request.codes(), nomenclature);
        var circumstances = ContactRequest.circumstances(request.means(), request.place());
        var persons = ContactRequest.mentioned(request.persons());
        mentioned.requireKnown(persons);
        leaseAhead(file.personId(), codes, Compartment.NARRATIVE);
        return recorded.time("contact", () -> {
            var contactId = UUID.randomUUID();
            var answer = claim.answering(new RecordedContact(contactId), file.personId());
            commands.sendAndWait(new RecordContact(
                    file.fileId(),
                    file.personId(),
                    contactId,
                    file.unit(),
                    request.date(),
                    Clear.of(request.text()),
                    circumstances,
                    codes.others(),
                    codes.health(),
                    persons,
                    author));
            ReadYourWrites.await(() -> contacts.find(contactId).isPresent());
            return answer;
        });
    }

    /** Puts right what was written. What was there before stays readable. */
    @PutMapping("/{contactId}")
    CorrectedContact correct(
            @PathVariable UUID fileId,
            @PathVariable UUID contactId,
            @Valid @RequestBody CorrectRequest request,
            Caller caller) {
        var author = caller.staffId();
        var file = readable.requireOwn(fileId, caller);
        var contact = contacts.require(duplicates.fileIds(fileId), contactId);
        if (!request.date().equals(contact.date())) {
            afterBirth.require("/date", request.date(), file.personId(), caller);
        }
        var reason = request.knownReason();
        var circumstances = ContactRequest.circumstances(request.means(), request.place());
        var persons = ContactRequest.mentioned(request.persons());
        mentioned.requireKnownOrMentionedBefore(persons, contact.mentioned());
        mentioned.requireNotKeptFrom(contact.mentioned(), caller);
        var reasonText = ContactRequest.text(request.reasonText());
        leaseAhead(
                contact.personId(),
                ChosenCodes.none(),
                reasonText == null
                        ? new Compartment[] {Compartment.NARRATIVE}
                        : new Compartment[] {Compartment.NARRATIVE, Compartment.RIGHTS});
        return recorded.time("correction", () -> {
            var revisionId = UUID.randomUUID();
            commands.sendAndWait(new CorrectContact(
                    contactId,
                    contact.fileId(),
                    file.unit(),
                    request.revisionId(),
                    revisionId,
                    request.date(),
                    Clear.of(request.text()),
                    circumstances,
                    persons,
                    reason,
                    reasonText,
                    author));
            ReadYourWrites.await(() -> contacts.find(contactId)
                    .map(Contacts.Row::revisionId)
                    .filter(revisionId::equals)
                    .isPresent());
            return new CorrectedContact(revisionId);
        });
    }

    /** Chooses the codes; they take the place of all there were, unless somebody else chose some meanwhile. */
    @PutMapping("/{contactId}/codes")
    CodedContact code(
            @PathVariable UUID fileId,
            @PathVariable UUID contactId,
            @Valid @RequestBody CodeRequest request,
            Caller caller) {
        var author = caller.staffId();
        var file = readable.requireOwn(fileId, caller);
        var contact = contacts.require(duplicates.fileIds(fileId), contactId);
        var codes = new ChosenCodes(request.codes(), nomenclature);
        leaseAhead(contact.personId(), codes);
        return recorded.time("coding", () -> {
            var codingId = UUID.randomUUID();
            commands.sendAndWait(new CodeContact(
                    contactId,
                    contact.fileId(),
                    file.unit(),
                    request.codingId(),
                    codingId,
                    codes.others(),
                    codes.health(),
                    author));
            ReadYourWrites.await(() -> contacts.find(contactId)
                    .map(Contacts.Row::codingId)
                    .filter(codingId::equals)
                    .isPresent());
            return new CodedContact(codingId);
        });
    }

    /** Asks for the keys in one round trip, and before a database transaction waits for them. */
    private void leaseAhead(UUID personId, ChosenCodes codes, Compartment... compartments) {
        var needed = new ArrayList<>(Arrays.stream(compartments)
                .map(compartment -> new Current(personId, compartment))
                .toList());
        if (codes.others() != null) {
            needed.add(new Current(personId, Compartment.CODING));
        }
        if (codes.health() != null) {
            needed.add(new Current(personId, Compartment.HEALTH));
        }
        keys.prefetchCurrent(needed);
    }
}
