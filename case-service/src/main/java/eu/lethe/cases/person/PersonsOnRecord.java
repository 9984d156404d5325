package eu.lethe.cases.person;

import eu.lethe.platform.eventstore.StoredState;
import eu.lethe.platform.time.BusinessClock;
import java.util.UUID;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Understands, for the other subjects, what the events say of a person at this very moment. For command handlers. */
@Component
public final class PersonsOnRecord {

    private final Repository<Person> persons;
    private final StoredState stored;
    private final BusinessClock clock;

    PersonsOnRecord(Repository<Person> persons, StoredState stored, BusinessClock clock) {
        this.persons = persons;
        this.stored = stored;
        this.clock = clock;
    }

    /**
     * Refuses a file for somebody unknown (404), of another unit (403), suspended (423) or erased (410).
     *
     * @param unit the unit that wants to open a file
     */
    public void requireOpenTo(String unit, UUID personId) {
        stored.require(persons.load(personId.toString())).execute(person -> person.requireOpenTo(unit, clock));
    }
}
