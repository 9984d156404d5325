package eu.lethe.cases.person;

import eu.lethe.cases.RecordingTimes;
import eu.lethe.cases.access.ReadablePersons;
import eu.lethe.cases.person.PersonCommand.AmendPerson;
import eu.lethe.cases.person.PersonCommand.RegisterPerson;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.eventstore.ReadYourWrites;
import eu.lethe.platform.once.AlreadySent;
import eu.lethe.platform.once.SendingKey;
import eu.lethe.platform.once.SentOnce;
import eu.lethe.platform.sealing.Clear;
import eu.lethe.platform.sealing.KeysUnavailable;
import eu.lethe.platform.sealing.Opener;
import eu.lethe.platform.security.Caller;
import eu.lethe.platform.time.BusinessClock;
import jakarta.validation.Valid;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Registering, reading and correcting a person. */
@RestController
@RequestMapping("/api/cases/persons")
class PersonResource {

    record Registered(UUID personId) {}

    record Amended(UUID revisionId) {}

    private final CommandGateway commands;
    private final ReservedPersons reserve;
    private final Persons persons;
    private final ReadablePersons readable;
    private final Duplicates duplicates;
    private final Opener opener;
    private final PersonReader reader;
    private final AfterBirth afterBirth;
    private final BusinessClock clock;
    private final RecordingTimes recorded;
    private final SentOnce once;

    PersonResource(
            CommandGateway commands,
            ReservedPersons reserve,
            Persons persons,
            ReadablePersons readable,
            Duplicates duplicates,
            Opener opener,
            PersonReader reader,
            AfterBirth afterBirth,
            BusinessClock clock,
            RecordingTimes recorded,
            SentOnce once) {
        this.commands = commands;
        this.reserve = reserve;
        this.persons = persons;
        this.readable = readable;
        this.duplicates = duplicates;
        this.opener = opener;
        this.reader = reader;
        this.afterBirth = afterBirth;
        this.clock = clock;
        this.recorded = recorded;
        this.once = once;
    }

    /** Registers somebody who came to the caller's unit. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Registered register(@Valid @RequestBody PersonRequest request, SendingKey sending, Caller caller) {
        var unit = caller.requireUnit();
        var author = caller.staffId();
        var identity = Clear.of(request.identity());
        var demographics = Clear.of(request.demographics(clock.today()));
        return once.record(
                sending,
                request,
                Registered.class,
                claim -> recorded.time("person", () -> {
                    var personId = reserve.take();
                    var answer = claim.answering(new Registered(personId), personId);
                    try {
                        commands.sendAndWait(new RegisterPerson(personId, unit, identity, demographics, author));
                    } catch (KeysUnavailable | AlreadySent stored) {
                        // nothing was stored; after any other failure the id may be in use, and is left alone
                        reserve.giveBack(personId);
                        throw stored;
                    }
                    ReadYourWrites.await(() -> persons.find(personId).isPresent());
                    return answer;
                }));
    }

    /** A person whom the caller may read about. */
    @GetMapping("/{personId}")
    PersonView person(@PathVariable UUID personId, Caller caller) {
        var admission = readable.requireOpening(personId, caller, "person", Compartment.IDENTITY, Compartment.CODING);
        var person = persons.require(personId);
        return reader.read(person, opener.reading(admission).prepare(person.sealed()));
    }

    /**
     * Corrects who a person of the caller's unit is, unless somebody else did so since the caller read it. Nothing that is written
     * down about them is left before a birth that is put right.
     */
    @PutMapping("/{personId}")
    Amended amend(@PathVariable UUID personId, @Valid @RequestBody PersonRequest request, Caller caller) {
        var author = caller.staffId();
        var readRevision = request.readRevision();
        readable.requireOwn(personId, caller);
        duplicates.requireNotMerged(personId);
        var identity = Clear.of(request.identity());
        var demographics = Clear.of(request.demographics(clock.today()));
        afterBirth.requireNothingBefore(request.birthPointer(), request.birth().orElse(null), personId);
        return recorded.time("person", () -> {
            var revisionId = UUID.randomUUID();
            commands.sendAndWait(new AmendPerson(
                    personId, revisionId, readRevision, caller.requireUnit(), identity, demographics, author));
            ReadYourWrites.await(() -> persons.find(personId)
                    .filter(row -> revisionId.equals(row.revisionId()))
                    .isPresent());
            return new Amended(revisionId);
        });
    }
}
