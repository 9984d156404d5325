package eu.lethe.retention.deadline;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Understands whose deadlines are computed anew before the transaction ends: once each, however much was learnt in it. Who
 * takes over a file learns in one go of the person, the file and the last contact.
 */
@Component
class Recomputing {

    private final DeadlineBook deadlines;

    Recomputing(DeadlineBook deadlines) {
        this.deadlines = deadlines;
    }

    /** The caller holds the lock of the subject. */
    void mark(UUID subject) {
        var marked = (Marked) TransactionSynchronizationManager.getResource(this);
        if (marked == null) {
            marked = new Marked();
            TransactionSynchronizationManager.registerSynchronization(marked);
            TransactionSynchronizationManager.bindResource(this, marked);
        }
        marked.subjects.add(subject);
    }

    private final class Marked implements TransactionSynchronization {

        private final Set<UUID> subjects = new LinkedHashSet<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            subjects.forEach(deadlines::recompute);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResource(Recomputing.this);
        }
    }
}
