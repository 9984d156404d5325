package eu.lethe.retention.deadline;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Understands how something that happened to a subject becomes known: the deadlines are computed anew of the subject and of
 * those on whom it depends. Of who is erased, nothing is learnt any more but evidence.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Learning {

    private final KnownPersons persons;
    private final KnownDependents dependents;
    private final Recomputing recomputing;

    Learning(KnownPersons persons, KnownDependents dependents, Recomputing recomputing) {
        this.persons = persons;
        this.dependents = dependents;
        this.recomputing = recomputing;
    }

    /** Something is so. */
    void fact(UUID subject, Runnable fact) {
        if (!persons.lock(subject).erased()) {
            fact.run();
            recomputing.mark(subject);
            dependents.above(subject).forEach(this::recompute);
        }
    }

    /** Somebody did something, which speaks against erasing whom it concerns, and those on whom the subject depends. */
    void activity(UUID subject, Instant at, Runnable fact) {
        if (!persons.lock(subject).erased()) {
            fact.run();
            persons.active(subject, at);
            recomputing.mark(subject);
            dependents.above(subject).forEach(person -> {
                recompute(person);
                persons.active(person, at);
            });
        }
    }

    /** There is evidence, or an end to it, of somebody who may be erased: it outlives the rest. */
    void evidence(UUID subject, Runnable fact) {
        persons.lock(subject);
        fact.run();
        recomputing.mark(subject);
    }

    /** What is known of the subject changed by something else. */
    void recompute(UUID subject) {
        persons.lock(subject);
        recomputing.mark(subject);
    }
}
