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

    private boolean released;

    LegalHold() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    UUID handle(Place place, BusinessClock clock, Holds holds) {
        requireWithinAYear(place.reassessOn(), clock);
        var placed = placed(place, clock);
        holds.placed(placed);
        apply(placed);
        return place.holdId();
    }

    private static HoldPlaced placed(Place place, BusinessClock clock) {
        return switch (place.scope()) {
            case Scope.OfPerson(var person) -> placed(place, person, null, null, clock);
            case Scope.OfUnit(var unit) -> placed(place, null, unit, null, clock);
            case Scope.OfRule(var rule) -> placed(place, null, null, rule, clock);
        };
    }

    private static HoldPlaced placed(
            Place place, @Nullable UUID person, @Nullable String unit, @Nullable String rule, BusinessClock clock) {
        return new HoldPlaced(
                place.holdId(), person, unit, rule, place.reason().code(), place.reassessOn(), place.by(), clock.now());
    }

    @CommandHandler
    void handle(Reassess reassessment, BusinessClock clock, Holds holds) {
        requireInForce();
        requireWithinAYear(reassessment.reassessOn(), clock);
        var reassessed = new HoldReassessed(id(), reassessment.reassessOn(), reassessment.by(), clock.now());
        holds.reassessed(reassessed);
        apply(reassessed);
    }

    @CommandHandler
    void handle(Release release, BusinessClock clock, Holds holds) {
        requireInForce();
        var ended = new HoldReleased(id(), release.reason().code(), release.by(), clock.now());
        holds.released(ended);
        apply(ended);
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
        released = event instanceof HoldReleased;
    }
}
