package eu.lethe.consents.person;

import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.events.EventTypes;
import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileOpened;
import eu.lethe.contracts.events.cases.PersonEvent.PersonRegistered;
import eu.lethe.contracts.events.cases.PersonEvent.PersonTransferred;
import eu.lethe.platform.receiving.ReceivedEvent;
import eu.lethe.platform.receiving.Subscription;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Understands that the unit which registered somebody, opened their file or took it over deals with their consents. */
@Component
class WhenPersonIsRegisteredThenKnowTheirUnit implements Subscription {

    private final Persons persons;

    WhenPersonIsRegisteredThenKnowTheirUnit(Persons persons) {
        this.persons = persons;
    }

    @Override
    public String consumer() {
        return "person-units";
    }

    @Override
    public Set<String> topics() {
        return Set.of(EventTypes.CASES.topic());
    }

    @Override
    public Set<Class<? extends DomainEvent>> interests() {
        return Set.of(PersonRegistered.class, CaseFileOpened.class, PersonTransferred.class);
    }

    @Override
    public void on(ReceivedEvent<? extends DomainEvent> event) {
        switch (event.payload()) {
            case PersonRegistered registered -> persons.registeredIn(registered.personId(), registered.unit());
            case CaseFileOpened opened -> persons.fileOpenedIn(opened.personId(), opened.unit());
            case PersonTransferred transferred -> persons.movedTo(transferred.personId(), transferred.unit());
            default -> throw new IllegalArgumentException("not asked for");
        }
    }
}
