package eu.lethe.retention.erasure;

import static java.util.stream.Collectors.toMap;

import eu.lethe.contracts.events.EventTypes;
import eu.lethe.contracts.events.retention.ErasureEvent;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureCancelled;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureExpired;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasurePaused;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureRecalled;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureResumed;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureStopped;
import eu.lethe.retention.epoch.StoppedErasures.Stop;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Understands how far each erasure is from the stored events themselves: a table of erasures that is being built anew lacks
 * some, and what it lacks would not be kept from going on.
 */
@Component
class StoredDecisions {

    private static final Set<Class<? extends ErasureEvent>> STAND_STILL =
            Set.of(ErasurePaused.class, ErasureStopped.class, ErasureRecalled.class);
    private static final Set<Class<? extends ErasureEvent>> GO_ON =
            Set.of(ErasureResumed.class, ErasureCancelled.class, ErasureExpired.class);

    private final JdbcClient database;
    private final Map<String, Class<? extends ErasureEvent>> decisions;

    StoredDecisions(JdbcClient database, EventTypes types) {
        this.database = database;
        this.decisions = Stream.of(ErasureState.decisions(), STAND_STILL, GO_ON)
                .flatMap(Set::stream)
                .distinct()
                .collect(toMap(types::typeOf, decision -> decision));
    }

    private record Standing(ErasureState state, boolean paused) {

        static final Standing NEW = new Standing(ErasureState.PREVIEWED, false);

        Standing after(Class<? extends ErasureEvent> decision) {
            return new Standing(
                    ErasureState.after(decision).orElse(state),
                    STAND_STILL.contains(decision) || (paused && !GO_ON.contains(decision)));
        }

        Optional<Stop> stop() {
            return Optional.ofNullable(
                    switch (state) {
                        case CANCELLED -> Stop.CALLED_OFF;
                        case REFUSED -> Stop.REFUSED;
                        default -> paused ? Stop.PAUSED : null;
                    });
        }

        /** Whether somebody could stop it still, and nobody did. */
        boolean isStillToStop() {
            return !paused
                    && switch (state) {
                        case PREVIEWED, REQUESTED, SUSPENDED -> true;
                        default -> false;
                    };
        }
    }

    /** Those that somebody stopped, and how. */
    Map<UUID, Stop> stopped() {
        Map<UUID, Stop> stopped = new HashMap<>();
        standings().forEach((erasure, standing) -> standing.stop().ifPresent(how -> stopped.put(erasure, how)));
        return stopped;
    }

    /** Those that could be stopped still, each with the word that nobody knows whether somebody did. */
    Map<UUID, Stop> unknown() {
        Map<UUID, Stop> unknown = new HashMap<>();
        standings().forEach((erasure, standing) -> {
            if (standing.isStillToStop()) {
                unknown.put(erasure, Stop.UNKNOWN);
            }
        });
        return unknown;
    }

    private Map<UUID, Standing> standings() {
        Map<UUID, Standing> standings = new HashMap<>();
        database.sql("""
                        select aggregate_identifier, payload_type from domain_event
                         where payload_type = any (cast(:decisions as text[]))
                         order by aggregate_identifier, sequence_number""")
                .param("decisions", decisions.keySet().toArray(String[]::new))
                .query(row -> {
                    var decision = Objects.requireNonNull(decisions.get(row.getString(2)));
                    standings.compute(
                            UUID.fromString(row.getString(1)),
                            (_, before) -> (before == null ? Standing.NEW : before).after(decision));
                });
        return standings;
    }
}
