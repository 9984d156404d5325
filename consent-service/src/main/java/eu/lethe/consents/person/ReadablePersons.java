package eu.lethe.consents.person;

import eu.lethe.platform.access.Refusals;
import eu.lethe.platform.access.Right;
import eu.lethe.platform.access.Verdict;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.security.Caller;
import eu.lethe.platform.security.StaffDirectory;
import eu.lethe.platform.time.BusinessClock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Understands that whoever may read a person's file may deal with their consents, and nobody else. */
@Component
public class ReadablePersons {

    /**
     * That somebody may deal with a person's consents.
     *
     * @param records the person's: consents may lie in each
     */
    public record Entry(Right right, List<UUID> records) {

        /** Copies the list. */
        public Entry {
            records = List.copyOf(records);
        }
    }

    private final Persons persons;
    private final Duplicates duplicates;
    private final StaffDirectory staff;
    private final BusinessClock clock;

    ReadablePersons(Persons persons, Duplicates duplicates, StaffDirectory staff, BusinessClock clock) {
        this.persons = persons;
        this.duplicates = duplicates;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * Admits the caller to the person's consents, to read them and to record one.
     *
     * @throws Problem 404 while nothing was heard of the person; 403 {@code excluded}, {@code restricted},
     *     {@code other-unit}; 410 erased; 423 suspended; 409 {@code merged} for a duplicate
     */
    public Entry require(UUID personId, Caller caller) {
        var right = decide(personId, caller);
        persons.of(personId).mustBeReadable(clock);
        duplicates.keptInsteadOf(personId).ifPresent(kept -> {
            throw Refusals.merged(kept, persons.of(kept).fileId());
        });
        return new Entry(right, duplicates.recordsOf(personId));
    }

    /**
     * Admits the caller to take a consent back, also while an erasure is under way.
     *
     * @param recordId whose consent it is: the person, or a duplicate of theirs
     * @throws Problem 404; 403 {@code excluded}, {@code restricted}, {@code other-unit}
     */
    public void requireToWithdraw(UUID recordId, Caller caller) {
        decide(duplicates.keptInsteadOf(recordId).orElse(recordId), caller);
    }

    private Right decide(UUID personId, Caller caller) {
        var person = persons.of(personId);
        if (!person.isKnown()) {
            // whose unit it is cannot be told yet
            throw Problem.notFound();
        }
        return switch (verdict(personId, caller)) {
            case Right right -> right;
            case Verdict.Excluded excluded -> throw Refusals.excluded(staff.named(excluded.ask()));
            case Verdict.Restricted restricted -> throw refusal(restricted, person);
            case Verdict.OtherUnit() -> throw Refusals.otherUnit(null, !person.isGone(), person.fileId());
        };
    }

    private Verdict verdict(UUID personId, Caller caller) {
        return persons.standingOf(caller.staffId(), personId, clock.now())
                .verdict(persons.of(personId).belongsTo(caller.unit()));
    }

    private Problem refusal(Verdict.Restricted restricted, Person person) {
        return Refusals.restricted(
                staff.named(restricted.ask()), restricted.opens() && !person.isGone(), person.fileId());
    }
}
