package eu.lethe.cases.person;

import eu.lethe.cases.person.PersonCommand.MergePersons;
import eu.lethe.cases.person.PersonCommand.MovePerson;
import eu.lethe.cases.person.PersonCommand.SettleMerge;
import eu.lethe.cases.person.PersonCommand.UndoMerge;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.time.BusinessClock;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Understands when two records may be taken for one person: both readable, both of the unit, neither a duplicate already; and
 * until when that can be undone.
 */
@Component
class MergingPersons {

    private final Repository<Person> persons;
    private final Duplicates duplicates;
    private final BusinessClock clock;

    MergingPersons(Repository<Person> persons, Duplicates duplicates, BusinessClock clock) {
        this.persons = persons;
        this.duplicates = duplicates;
        this.clock = clock;
    }

    @CommandHandler
    void handle(MergePersons merge) {
        var undoUntil = clock.today().plus(Duplicates.UNDOABLE);
        var claimed = duplicates.claim(merge.personId(), merge.duplicateId(), undoUntil, merge.author());
        if (claimed.fileId() == null && claimed.duplicateFileId() != null) {
            throw Problem.of(HttpStatus.CONFLICT, "other-way-round").with("personId", merge.duplicateId());
        }
        person(merge.duplicateId()).execute(duplicate -> duplicate.requireOpenTo(merge.unit(), clock));
        person(merge.personId()).execute(kept -> kept.absorb(claimed, merge.unit(), clock));
    }

    @CommandHandler
    void handle(UndoMerge undo) {
        var merge = duplicates.locked(undo.personId(), undo.duplicateId()).orElseThrow(Problem::notFound);
        if (merge.settled() || clock.today().isAfter(merge.undoUntil())) {
            throw Problem.of(HttpStatus.CONFLICT, "merge-settled").with("undoUntil", merge.undoUntil());
        }
        duplicates.undo(undo.duplicateId());
        person(undo.personId()).execute(kept -> kept.release(undo.duplicateId(), undo.unit(), undo.author(), clock));
    }

    @CommandHandler
    void handle(SettleMerge settle) {
        duplicates
                .locked(settle.personId(), settle.duplicateId())
                .filter(merge -> !merge.settled())
                .ifPresent(merge -> {
                    duplicates.settle(merge.duplicateId(), clock.today());
                    person(merge.personId()).execute(kept -> kept.settle(merge.duplicateId(), clock));
                });
    }

    /** Whoever is read through the person goes with them. */
    @CommandHandler
    void handle(MovePerson move) {
        person(move.personId()).execute(person -> person.move(move.unit(), move.author(), clock));
        duplicates.of(move.personId()).stream()
                .filter(merge -> !merge.settled())
                .forEach(merge -> person(merge.duplicateId())
                        .execute(duplicate -> duplicate.goAlong(move.unit(), move.author(), clock)));
    }

    private Aggregate<Person> person(UUID personId) {
        return persons.load(personId.toString());
    }
}
