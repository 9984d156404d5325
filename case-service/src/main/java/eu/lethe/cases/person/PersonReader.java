package eu.lethe.cases.person;

import eu.lethe.platform.time.BusinessClock;
import org.springframework.stereotype.Component;

/** Understands how a worker is shown a person. */
@Component
public class PersonReader {

    private final OpenedIdentities opened;
    private final Duplicates duplicates;
    private final BusinessClock clock;

    PersonReader(OpenedIdentities opened, Duplicates duplicates, BusinessClock clock) {
        this.opened = opened;
        this.duplicates = duplicates;
        this.clock = clock;
    }

    /** The person, opened. The caller has checked that the reader may, and that the person can be read. */
    public PersonView read(Persons.Row person) {
        return PersonView.of(
                person,
                opened.identity(person),
                opened.demographics(person),
                duplicates.into(person.personId()),
                duplicates.of(person.personId()),
                clock.today());
    }
}
