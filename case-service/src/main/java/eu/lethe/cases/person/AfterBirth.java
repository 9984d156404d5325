package eu.lethe.cases.person;

import eu.lethe.cases.access.ReadablePersons;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.journal.Unseen;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.sealing.Opener;
import eu.lethe.platform.security.Caller;
import eu.lethe.platform.time.PlausibleDay;
import java.time.LocalDate;
import java.util.Optional;
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
    private final Duplicates duplicates;
    private final ReadablePersons readable;
    private final FirstEntry first;
    private final Opener opener;

    AfterBirth(Persons persons, Duplicates duplicates, ReadablePersons readable, FirstEntry first, Opener opener) {
        this.persons = persons;
        this.duplicates = duplicates;
        this.readable = readable;
        this.first = first;
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
        var born = birthOf(personId).orElse(null);
        if (born != null && day.isBefore(born.earliest())) {
            readable.requireOpening(personId, caller, "person", Compartment.IDENTITY);
            throw Problem.conflicting(pointer, "before-birth", new Problem.ConflictingDate("birth", born.iso()));
        }
    }

    /**
     * Refuses a birth after something that is written down about the person already, and says what and when the first of it was. A
     * birth that stands as it did, or is put right to an earlier day, is not looked at.
     *
     * @param born as it is put right; absent when nobody knows any longer
     * @throws Problem 400 {@code birth-after-<what>}
     */
    void requireNothingBefore(String pointer, @Nullable Birth born, UUID personId) {
        if (born == null
                || birthOf(personId)
                        .filter(before -> !born.earliest().isAfter(before.earliest()))
                        .isPresent()) {
            return;
        }
        first.about(duplicates.records(personId))
                .filter(entry -> entry.on().isBefore(born.earliest()))
                .ifPresent(entry -> {
                    throw PlausibleDay.conflicting(pointer, "birth-after-" + entry.what(), entry.what(), entry.on());
                });
    }

    private Optional<Birth> birthOf(UUID personId) {
        return persons.find(personId)
                .flatMap(person -> person.identityInList(opener.reading(Unseen.COMPARING)))
                .flatMap(Birth::of);
    }
}
