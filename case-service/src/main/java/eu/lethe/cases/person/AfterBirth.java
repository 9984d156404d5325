package eu.lethe.cases.person;

import eu.lethe.cases.access.ReadablePersons;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.journal.Unseen;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.sealing.Opener;
import eu.lethe.platform.security.Caller;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Understands that nothing is written down of a person before they were born. Their birth date is sealed, and an aggregate cannot
 * open it: whoever takes the request asks here first.
 */
@Component
public class AfterBirth {

    private final Persons persons;
    private final ReadablePersons readable;
    private final Opener opener;

    AfterBirth(Persons persons, ReadablePersons readable, Opener opener) {
        this.persons = persons;
        this.readable = readable;
        this.opener = opener;
    }

    /**
     * Refuses a day before the person's birth, or before the year of it where that is all that is known, and says when that was: the
     * access journal notes that the caller is told.
     *
     * @param day absent when none is said
     * @throws Problem 400 {@code before-birth}
     */
    public void require(String pointer, @Nullable LocalDate day, UUID personId, Caller caller) {
        if (day == null) {
            return;
        }
        var born = persons.find(personId)
                .flatMap(person -> person.identityInList(opener.reading(Unseen.COMPARING)))
                .flatMap(Birth::of)
                .orElse(null);
        if (born != null && day.isBefore(born.earliest())) {
            readable.requireOpening(personId, caller, "person", Compartment.IDENTITY);
            throw Problem.conflicting(pointer, "before-birth", new Problem.ConflictingDate("birth", born.iso()));
        }
    }
}
