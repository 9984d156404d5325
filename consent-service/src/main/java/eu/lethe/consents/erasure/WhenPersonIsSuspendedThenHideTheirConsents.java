package eu.lethe.consents.erasure;

import eu.lethe.consents.person.Persons;
import eu.lethe.contracts.events.retention.ErasureEvent.PersonSuspended;
import eu.lethe.platform.erasure.Automation;
import org.springframework.stereotype.Component;

/** Understands that nobody reads about a person in the grace period, although the evidence has a key of its own. */
@Component
final class WhenPersonIsSuspendedThenHideTheirConsents implements Automation<PersonSuspended> {

    private final Persons persons;

    WhenPersonIsSuspendedThenHideTheirConsents(Persons persons) {
        this.persons = persons;
    }

    @Override
    public Class<PersonSuspended> event() {
        return PersonSuspended.class;
    }

    @Override
    public void when(PersonSuspended suspended) {
        // a suspended compartment refuses its key, which says enough
        if (suspended.wholePerson()) {
            persons.suspended(suspended.personId(), suspended.erasureId(), suspended.graceEndsAt());
        }
    }
}
