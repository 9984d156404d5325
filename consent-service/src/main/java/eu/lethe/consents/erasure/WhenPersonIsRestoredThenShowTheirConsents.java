package eu.lethe.consents.erasure;

import eu.lethe.consents.person.Persons;
import eu.lethe.contracts.events.retention.ErasureEvent.PersonRestored;
import eu.lethe.platform.erasure.Automation;
import org.springframework.stereotype.Component;

/** Understands that an erasure called off gives the person's consents back to the workers. */
@Component
final class WhenPersonIsRestoredThenShowTheirConsents implements Automation<PersonRestored> {

    private final Persons persons;

    WhenPersonIsRestoredThenShowTheirConsents(Persons persons) {
        this.persons = persons;
    }

    @Override
    public Class<PersonRestored> event() {
        return PersonRestored.class;
    }

    @Override
    public void when(PersonRestored restored) {
        persons.restored(restored.personId(), restored.erasureId());
    }
}
