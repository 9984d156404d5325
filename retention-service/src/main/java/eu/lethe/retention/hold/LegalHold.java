package eu.lethe.retention.hold;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.lethe.contracts.events.retention.HoldEvent;
import eu.lethe.contracts.events.retention.HoldEvent.HoldPlaced;
import eu.lethe.contracts.events.retention.HoldEvent.HoldReassessed;
import eu.lethe.contracts.events.retention.HoldEvent.HoldReleased;
import eu.lethe.platform.eventstore.EventSourced;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.time.BusinessClock;
import eu.lethe.retention.hold.HoldCommand.Place;
import eu.lethe.retention.hold.HoldCommand.Reassess;
import eu.lethe.retention.hold.HoldCommand.Release;
import eu.lethe.retention.hold.HoldCommand.TellAgain;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Understands one hold from the day it is placed until somebody releases it; no day ends it by itself. */
@EventSourced
class LegalHold {

    private static final String REASSESS_ON = "/reassessOn";

    @AggregateIdentifier
    private @Nullable UUID holdId;

    private @Nullable Instant reassessed;

    private boolean released;

    LegalHold() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    UUID handle(Place place, BusinessClock clock, Holds holds, HoldsBesideKeys besideKeys) {
        requireWithinAYear(place.reassessOn(), clock);
        var scope = place.scope();
        var placed = new HoldPlaced(
                place.holdId(),
                scope.personId(),
                scope.unit(),
                scope.rule(),
                place.reason().code(),
                place.reassessOn(),
                place.by(),
                clock.now());
        holds.placed(placed);
        besideKeys.keep(place.holdId());
        apply(placed);
        return place.holdId();
    }

    @CommandHandler
    void handle(Reassess reassessment, BusinessClock clock, Holds holds, HoldsBesideKeys besideKeys) {
        requireInForce();
        requireWithinAYear(reassessment.reassessOn(), clock);
        var again = new HoldReassessed(id(), reassessment.reassessOn(), reassessment.by(), clock.now());
        holds.reassessed(again);
        besideKeys.keep(id());
        apply(again);
    }

    @CommandHandler
    void handle(Release release, BusinessClock clock, Holds holds, HoldsBesideKeys besideKeys) {
        requireInForce();
        var ended = new HoldReleased(id(), release.reason().code(), release.by(), clock.now());
        holds.released(ended);
        besideKeys.keep(id());
        apply(ended);
    }

    /** What this database does not know happened all the same, to whom and when it was written down. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(TellAgain telling, Holds holds) {
        var hold = telling.hold();
        if (holdId == null) {
            holds.placedBefore(hold.placed());
            apply(hold.placed());
        }
        var again = hold.reassessed();
        if (again != null && (reassessed == null || again.at().isAfter(reassessed))) {
            holds.reassessed(again);
            apply(again);
        }
        var ended = hold.released();
        if (ended != null && !released) {
            holds.released(ended);
            apply(ended);
        }
    }

    private void requireInForce() {
        if (released) {
            throw Problem.of(HttpStatus.CONFLICT, "hold-released");
        }
    }

    /** After today, so that somebody looks again; within a year, so that nobody forgets. */
    private static void requireWithinAYear(LocalDate day, BusinessClock clock) {
        var today = clock.today();
        if (!day.isAfter(today)) {
            throw Problem.invalid(REASSESS_ON, "not-after-today");
        }
        if (day.isAfter(today.plusYears(1))) {
            throw Problem.invalid(REASSESS_ON, "over-a-year");
        }
    }

    private UUID id() {
        return Objects.requireNonNull(holdId, "the hold was not placed");
    }

    @EventSourcingHandler
    void on(HoldEvent event) {
        holdId = event.holdId();
        switch (event) {
            case HoldPlaced _ -> {}
            case HoldReassessed again -> reassessed = again.at();
            case HoldReleased _ -> released = true;
        }
    }
}
