package eu.lethe.platform.eventstore;

import java.sql.SQLException;
import java.util.Set;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.jspecify.annotations.Nullable;

/** Understands PostgreSQL's error codes as far as the event store must tell them apart. */
final class PostgresErrors implements PersistenceExceptionResolver {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final Set<String> CONFLICTS = Set.of(UNIQUE_VIOLATION, "40001", "40P01");

    @Override
    public boolean isDuplicateKeyViolation(Exception exception) {
        return UNIQUE_VIOLATION.equals(stateOf(exception));
    }

    /** Whether another transaction was in the way: a duplicate, a failed serialization or a deadlock. */
    static boolean isConflict(Throwable failure) {
        var state = stateOf(failure);
        return state != null && CONFLICTS.contains(state);
    }

    private static @Nullable String stateOf(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql.getSQLState();
            }
        }
        return null;
    }
}
