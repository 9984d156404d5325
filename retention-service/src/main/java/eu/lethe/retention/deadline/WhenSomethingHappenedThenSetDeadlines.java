package eu.lethe.retention.deadline;

import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.events.EventTypes;
import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileOpened;
import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileTransferred;
import eu.lethe.contracts.events.cases.CaseFileEvent.ChildProtectionNoted;
import eu.lethe.contracts.events.cases.CaseFileEvent.ChildProtectionRevoked;
import eu.lethe.contracts.events.cases.ContactEvent.ContactCoded;
import eu.lethe.contracts.events.cases.ContactEvent.ContactCorrected;
import eu.lethe.contracts.events.cases.ContactEvent.ContactRecorded;
import eu.lethe.contracts.events.cases.ContactEvent.ContactRestored;
import eu.lethe.contracts.events.cases.ContactEvent.ContactWithdrawn;
import eu.lethe.contracts.events.cases.PersonEvent.PersonRegistered;
import eu.lethe.contracts.events.cases.PersonEvent.PersonTransferred;
import eu.lethe.contracts.events.consents.ConsentEvent.ConsentGranted;
import eu.lethe.contracts.events.consents.ConsentEvent.ConsentLapsed;
import eu.lethe.contracts.events.consents.ConsentEvent.ConsentWithdrawn;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.platform.receiving.ReceivedEvent;
import eu.lethe.platform.receiving.Subscription;
import eu.lethe.platform.time.BusinessClock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Understands that each visit, each consent and each move to another unit changes the day, or the place, of a deadline. */
@Component
class WhenSomethingHappenedThenSetDeadlines implements Subscription {

    private final Learning learning;
    private final KnownPersons persons;
    private final KnownContacts contacts;
    private final KnownDependents dependents;
    private final BusinessClock clock;

    WhenSomethingHappenedThenSetDeadlines(
            Learning learning,
            KnownPersons persons,
            KnownContacts contacts,
            KnownDependents dependents,
            BusinessClock clock) {
        this.learning = learning;
        this.persons = persons;
        this.contacts = contacts;
        this.dependents = dependents;
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
                PersonTransferred.class,
                CaseFileOpened.class,
                CaseFileTransferred.class,
                ChildProtectionNoted.class,
                ChildProtectionRevoked.class,
                ContactRecorded.class,
                ContactCorrected.class,
                ContactCoded.class,
                ContactWithdrawn.class,
                ContactRestored.class,
                ConsentGranted.class,
                ConsentWithdrawn.class,
                ConsentLapsed.class);
    }

    /** Who is due by it may be erased for it. */
    @Override
    public boolean needsPublishersWord(Class<? extends DomainEvent> event) {
        return true;
    }

    @Override
    public void on(ReceivedEvent<? extends DomainEvent> event) {
        switch (event.payload()) {
            case PersonRegistered person ->
                learning.activity(
                        person.personId(),
                        person.at(),
                        () -> persons.registered(person.personId(), person.unit(), clock.today(), person.at()));
            case PersonTransferred person ->
                learning.fact(person.personId(), () -> persons.inUnit(person.personId(), person.unit(), person.at()));
            case CaseFileOpened file ->
                learning.activity(
                        file.personId(),
                        file.at(),
                        () -> contacts.fileOpened(
                                file.fileId(), file.personId(), file.unit(), file.openedOn(), file.at()));
            case CaseFileTransferred file -> on(file);
            case ChildProtectionNoted child ->
                learning.fact(
                        child.personId(),
                        () -> contacts.childProtection(child.fileId(), child.majorityOn(), child.at()));
            case ChildProtectionRevoked child ->
                learning.fact(child.personId(), () -> contacts.childProtection(child.fileId(), null, child.at()));
            case ContactRecorded contact ->
                learning.activity(contact.personId(), contact.at(), () -> {
                    contacts.fileIn(contact.fileId(), contact.personId(), contact.unit(), contact.at());
                    contacts.tookPlace(contact.contactId(), contact.fileId(), contact.date(), contact.at());
                    contacts.coded(contact.contactId(), contact.fileId(), key(contact.healthCodes()));
                });
            case ContactCorrected contact ->
                learning.activity(
                        contact.personId(),
                        contact.at(),
                        () -> contacts.tookPlace(contact.contactId(), contact.fileId(), contact.date(), contact.at()));
            case ContactCoded contact ->
                learning.activity(
                        contact.personId(),
                        contact.at(),
                        () -> contacts.coded(contact.contactId(), contact.fileId(), key(contact.healthCodes())));
            case ContactWithdrawn contact ->
                learning.activity(
                        contact.personId(),
                        contact.at(),
                        () -> contacts.withdrawn(contact.contactId(), contact.fileId(), contact.at()));
            case ContactRestored contact ->
                learning.activity(contact.personId(), contact.at(), () -> {
                    contacts.tookPlace(contact.contactId(), contact.fileId(), contact.date(), contact.at());
                    contacts.coded(contact.contactId(), contact.fileId(), key(contact.healthCodes()));
                    contacts.restored(contact.contactId(), contact.fileId(), contact.at());
                });
            case ConsentGranted consent ->
                learning.activity(
                        consent.personId(),
                        consent.at(),
                        () -> persons.consentGranted(consent.consentId(), consent.personId(), consent.compartments()));
            case ConsentWithdrawn consent ->
                learning.fact(
                        consent.personId(),
                        () -> persons.consentWithdrawn(
                                consent.consentId(),
                                consent.personId(),
                                consent.compartments(),
                                consent.withdrawnOn()));
            case ConsentLapsed consent ->
                learning.fact(consent.personId(), () -> persons.consentLapsed(consent.consentId(), consent.personId()));
            default -> throw new IllegalArgumentException("not asked for");
        }
    }

    /** With the file goes what others reported in it. */
    private void on(CaseFileTransferred file) {
        learning.activity(
                file.personId(),
                file.at(),
                () -> contacts.fileIn(file.fileId(), file.personId(), file.unit(), file.at()));
        dependents.sourcesIn(file.fileId()).forEach(source -> learning.fact(source, () -> {}));
    }

    private static @Nullable KeyId key(@Nullable Sealed<?> codes) {
        return codes == null ? null : codes.keyId();
    }
}
