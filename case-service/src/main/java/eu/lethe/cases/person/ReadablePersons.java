package eu.lethe.cases.person;

import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.security.Caller;
import eu.lethe.platform.time.BusinessClock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Understands whom somebody may work with now. Every resource that is about a person asks here. */
@Component
public class ReadablePersons {

    private final Persons persons;
    private final BusinessClock clock;

    ReadablePersons(Persons persons, BusinessClock clock) {
        this.persons = persons;
        this.clock = clock;
    }

    /**
     * The person, for somebody who may work with them now.
     *
     * @throws Problem 404 unknown, 403 of another unit, 410 erased, 423 suspended
     */
    public Persons.Row require(UUID personId, Caller caller) {
        var person = persons.require(personId);
        if (person.unit() != null) {
            caller.requireAssignedTo(person.unit());
        }
        person.requireReadable(clock);
        return person;
    }
}
