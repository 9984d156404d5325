package eu.lethe.platform.receiving;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.common.AxonTransientException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;

/** Understands whether a failure passes by itself or stays. */
enum Failure {
    /** Something is away, or somebody else was faster: the same message will succeed later. */
    TEMPORARY,
    /** The message says something this service cannot make sense of, however often it is tried. */
    UNREADABLE,
    /** The handler refused it for a reason of its own; most likely it always will. */
    REFUSED;

    /** Connection, transaction rollback, resources, operator intervention, lock not available. */
    private static final Set<String> PASSING_SQL_STATES = Set.of("08", "40", "53", "57", "55");

    private static final int SQL_STATE_CLASS = 2;

    static Failure of(Throwable failure) {
        if (causes(failure).anyMatch(UnreadableMessage.class::isInstance)) {
            return UNREADABLE;
        }
        return causes(failure).anyMatch(Failure::passes) ? TEMPORARY : REFUSED;
    }

    private static boolean passes(Throwable cause) {
        return switch (cause) {
            case Temporary _ -> true;
            case TransientDataAccessException _, RecoverableDataAccessException _ -> true;
            case NonTransientDataAccessResourceException _, CannotCreateTransactionException _ -> true;
            case ResourceAccessException _, HttpServerErrorException _, IOException _ -> true;
            case AxonTransientException _ -> true;
            case SQLTransientException _, SQLRecoverableException _ -> true;
            case SQLException sql -> passes(sql.getSQLState());
            case InterruptedException _ -> true;
            default -> false;
        };
    }

    private static boolean passes(@Nullable String sqlState) {
        return sqlState != null
                && sqlState.length() > SQL_STATE_CLASS
                && PASSING_SQL_STATES.contains(sqlState.substring(0, SQL_STATE_CLASS));
    }

    /** What to call it: a text could quote. */
    static String codeOf(Throwable failure) {
        return causes(failure)
                .filter(UnreadableMessage.class::isInstance)
                .map(cause -> ((UnreadableMessage) cause).code())
                .findFirst()
                .orElse("refused");
    }

    static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
