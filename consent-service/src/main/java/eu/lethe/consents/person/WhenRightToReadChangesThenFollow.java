package eu.lethe.consents.person;

import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.events.EventTypes;
import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileOpened;
import eu.lethe.contracts.events.cases.PersonEvent.MergeSettled;
import eu.lethe.contracts.events.cases.PersonEvent.MergeUndone;
import eu.lethe.contracts.events.cases.PersonEvent.PersonRegistered;
import eu.lethe.contracts.events.cases.PersonEvent.PersonTransferred;
import eu.lethe.contracts.events.cases.PersonEvent.PersonsMerged;
import eu.lethe.contracts.events.cases.ReadingEvent;
import eu.lethe.contracts.events.cases.ReadingEvent.ExceptionalAccessOpened;
import eu.lethe.contracts.events.cases.ReadingEvent.ExceptionalAccessSeen;
import eu.lethe.contracts.events.cases.ReadingEvent.ExclusionLifted;
import eu.lethe.contracts.events.cases.ReadingEvent.ReadingRestricted;
import eu.lethe.contracts.events.cases.ReadingEvent.RestrictionLifted;
import eu.lethe.contracts.events.cases.ReadingEvent.WorkerExcluded;
import eu.lethe.platform.receiving.ReceivedEvent;
import eu.lethe.platform.receiving.Subscription;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Understands that who may read a person's file deals with their consents. It is one consumer, so that a person is not known
 * before what was said about them earlier.
 */
@Component
class WhenRightToReadChangesThenFollow implements Subscription {

    private final Persons persons;
    private final Barriers barriers;
    private final Duplicates duplicates;

    WhenRightToReadChangesThenFollow(Persons persons, Barriers barriers, Duplicates duplicates) {
        this.persons = persons;
        this.barriers = barriers;
        this.duplicates = duplicates;
    }

    @Override
    public String consumer() {
        return "reading-rights";
    }

    @Override
    public Set<String> topics() {
        return Set.of(EventTypes.CASES.topic());
    }

    @Override
    public Set<Class<? extends DomainEvent>> interests() {
        return Set.of(
                PersonRegistered.class,
                CaseFileOpened.class,
                PersonTransferred.class,
                PersonsMerged.class,
                MergeUndone.class,
                MergeSettled.class,
                ReadingEvent.class);
    }

    /** What somebody has read who may not, they have read. */
    @Override
    public boolean needsPublishersWord(Class<? extends DomainEvent> event) {
        return true;
    }

    @Override
    public void on(ReceivedEvent<? extends DomainEvent> event) {
        switch (event.payload()) {
            case PersonRegistered person -> persons.inUnit(person.personId(), person.unit(), person.at());
            case CaseFileOpened file -> {
                persons.inUnit(file.personId(), file.unit(), file.at());
                persons.fileOpened(file.personId(), file.fileId());
            }
            case PersonTransferred person -> persons.inUnit(person.personId(), person.unit(), person.at());
            case PersonsMerged merge -> duplicates.merged(merge.personId(), merge.duplicateId());
            case MergeUndone merge -> duplicates.undone(merge.personId(), merge.duplicateId());
            case MergeSettled merge -> duplicates.settled(merge.duplicateId());
            case ReadingEvent reading -> on(reading);
            default -> throw new IllegalArgumentException("not asked for");
        }
    }

    /** Of a person who is gone, nothing is kept. */
    private void on(ReadingEvent event) {
        if (persons.of(event.personId()).isErased()) {
            return;
        }
        switch (event) {
            case WorkerExcluded excluded -> barriers.excluded(excluded);
            case ExclusionLifted lifted -> barriers.exclusionLifted(lifted.exclusionId());
            case ReadingRestricted restricted -> barriers.restricted(restricted);
            case RestrictionLifted lifted -> barriers.restrictionLifted(lifted.personId());
            case ExceptionalAccessOpened opened -> barriers.opened(opened);
            case ExceptionalAccessSeen _ -> {}
        }
    }
}
