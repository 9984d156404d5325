package eu.lethe.cases.person;

import eu.lethe.platform.sealing.Reading;
import eu.lethe.platform.time.BusinessClock;
import org.springframework.stereotype.Component;

/** Understands how a worker is shown a person. */
@Component
public class PersonReader {

    private final Duplicates duplicates;
    private final BusinessClock clock;

    PersonReader(Duplicates duplicates, BusinessClock clock) {
        this.duplicates = duplicates;
        this.clock = clock;
    }

    /** The person, opened. The caller has checked that the person can be read. */
    public PersonView read(Persons.Row person, Reading reading) {
        return PersonView.of(
                person,
                person.identity(reading),
                person.demographics(reading),
                duplicates.into(person.personId()),
                duplicates.of(person.personId()),
                clock.today());
    }
}
