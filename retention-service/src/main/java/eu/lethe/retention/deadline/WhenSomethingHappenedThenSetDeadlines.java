package eu.lethe.retention.deadline;

import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.events.EventTypes;
import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileOpened;
import eu.lethe.contracts.events.cases.CaseFileEvent.ContactRecorded;
import eu.lethe.contracts.events.cases.PersonEvent.PersonRegistered;
import eu.lethe.contracts.events.consents.ConsentEvent.ConsentGranted;
import eu.lethe.contracts.events.consents.ConsentEvent.ConsentLapsed;
import eu.lethe.contracts.events.consents.ConsentEvent.ConsentWithdrawn;
import eu.lethe.platform.receiving.ReceivedEvent;
import eu.lethe.platform.receiving.Subscription;
import eu.lethe.platform.time.BusinessClock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Understands that each visit, and each consent, moves the day on which the person's data falls due. */
@Component
class WhenSomethingHappenedThenSetDeadlines implements Subscription {

    private final KnownPersons persons;
    private final DeadlineBook deadlines;
    private final BusinessClock clock;

    WhenSomethingHappenedThenSetDeadlines(KnownPersons persons, DeadlineBook deadlines, BusinessClock clock) {
        this.persons = persons;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    public String consumer() {
        return "deadlines";
    }

    @Override
    public Set<String> topics() {
        return Set.of(EventTypes.CASES.topic(), EventTypes.CONSENTS.topic());
    }

    @Override
    public Set<Class<? extends DomainEvent>> interests() {
        return Set.of(
                PersonRegistered.class,
                CaseFileOpened.class,
                ContactRecorded.class,
                ConsentGranted.class,
                ConsentWithdrawn.class,
                ConsentLapsed.class);
    }

    @Override
    public void on(ReceivedEvent<? extends DomainEvent> event) {
        switch (event.payload()) {
            case PersonRegistered person ->
                learn(
                        person.personId(),
                        person.at(),
                        () -> persons.registered(person.personId(), person.unit(), clock.today()));
            case CaseFileOpened file ->
                learn(
                        file.personId(),
                        file.at(),
                        () -> persons.fileOpened(file.fileId(), file.personId(), file.unit(), file.openedOn()));
            case ContactRecorded contact ->
                learn(
                        contact.personId(),
                        contact.at(),
                        () -> persons.contactRecorded(
                                contact.contactId(),
                                contact.fileId(),
                                contact.personId(),
                                contact.unit(),
                                contact.date()));
            case ConsentGranted consent ->
                learn(
                        consent.personId(),
                        consent.at(),
                        () -> persons.consentGranted(consent.consentId(), consent.personId(), consent.compartments()));
            case ConsentWithdrawn consent ->
                learn(
                        consent.personId(),
                        Instant.MIN,
                        () -> persons.consentWithdrawn(
                                consent.consentId(),
                                consent.personId(),
                                consent.compartments(),
                                consent.withdrawnOn()));
            case ConsentLapsed consent ->
                learn(
                        consent.personId(),
                        Instant.MIN,
                        () -> persons.consentLapsed(consent.consentId(), consent.personId()));
            default -> throw new IllegalArgumentException("not asked for");
        }
    }

    private void learn(UUID personId, Instant at, Runnable fact) {
        persons.lock(personId);
        if (persons.facts(personId).erased()) {
            return;
        }
        fact.run();
        if (at.isAfter(Instant.MIN)) {
            persons.active(personId, at);
        }
        deadlines.recompute(personId);
    }
}
