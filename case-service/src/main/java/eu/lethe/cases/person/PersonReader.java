package eu.lethe.cases.person;

import eu.lethe.cases.person.Duplicates.Merge;
import eu.lethe.platform.sealing.Reading;
import eu.lethe.platform.time.BusinessClock;
import java.util.List;
import java.util.Optional;
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
        return read(person, reading, duplicates.into(person.personId()), duplicates.of(person.personId()));
    }

    /** The same, of whom the caller has found that no other record is read with theirs. */
    public PersonView readAlone(Persons.Row person, Reading reading) {
        return read(person, reading, Optional.empty(), List.of());
    }

    private PersonView read(Persons.Row person, Reading reading, Optional<Merge> into, List<Merge> duplicatesOf) {
        return PersonView.of(
                person, person.identity(reading), person.demographics(reading), into, duplicatesOf, clock.today());
    }
}
