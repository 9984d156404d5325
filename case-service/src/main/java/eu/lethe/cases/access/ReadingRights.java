package eu.lethe.cases.access;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.lethe.cases.access.InForce.Exclusion;
import eu.lethe.cases.access.InForce.Restriction;
import eu.lethe.cases.access.ReadingCommand.ExcludeWorker;
import eu.lethe.cases.access.ReadingCommand.LiftExclusion;
import eu.lethe.cases.access.ReadingCommand.LiftRestriction;
import eu.lethe.cases.access.ReadingCommand.NoteSeen;
import eu.lethe.cases.access.ReadingCommand.OpenExceptionally;
import eu.lethe.cases.access.ReadingCommand.RestrictReading;
import eu.lethe.cases.resealing.ResealedRecords;
import eu.lethe.contracts.events.cases.ReadingEvent;
import eu.lethe.contracts.events.cases.ReadingEvent.ExceptionalAccessOpened;
import eu.lethe.contracts.events.cases.ReadingEvent.ExceptionalAccessSeen;
import eu.lethe.contracts.events.cases.ReadingEvent.ExclusionLifted;
import eu.lethe.contracts.events.cases.ReadingEvent.ReadingRestricted;
import eu.lethe.contracts.events.cases.ReadingEvent.RestrictionLifted;
import eu.lethe.contracts.events.cases.ReadingEvent.WorkerExcluded;
import eu.lethe.platform.access.Refusals;
import eu.lethe.platform.eventstore.EventSourced;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.problem.ReadRevision;
import eu.lethe.platform.sealing.Sealer;
import eu.lethe.platform.security.Staff;
import eu.lethe.platform.time.BusinessClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Understands who is kept from reading about a person, and when somebody may read all the same. */
@EventSourced
final class ReadingRights {

    /** How long an exceptional access lasts: a working day. */
    static final Duration EXCEPTIONAL_ACCESS = Duration.ofHours(8);

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private UUID id;

    private final Map<UUID, Exclusion> exclusions = new HashMap<>();
    private @Nullable Restriction restriction;
    private final Set<UUID> accesses = new HashSet<>();
    private final Map<UUID, UUID> readers = new HashMap<>();
    private final Set<UUID> seen = new HashSet<>();

    @SuppressWarnings("NullAway.Init") // the first event names the person
    ReadingRights() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ExcludeWorker exclude, Sealer sealer, BusinessClock clock) {
        if (excluded(exclude.workerId()) != null) {
            throw Problem.of(HttpStatus.CONFLICT, "already-excluded");
        }
        apply(new WorkerExcluded(
                exclude.personId(),
                exclude.exclusionId(),
                exclude.workerId(),
                exclude.ask(),
                exclude.reason(),
                sealer.sealAny(
                        exclude.personId(), ReadingEvent.REASON_TEXT, exclude.exclusionId(), exclude.reasonText()),
                exclude.author(),
                clock.now()));
    }

    @CommandHandler
    void handle(LiftExclusion lift, BusinessClock clock) {
        if (!exclusions.containsKey(lift.exclusionId())) {
            throw Problem.notFound();
        }
        apply(new ExclusionLifted(lift.personId(), lift.exclusionId(), lift.author(), clock.now()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RestrictReading restrict, Sealer sealer, BusinessClock clock) {
        ReadRevision.require(restrict.readRestrictionId(), restriction == null ? null : restriction.restrictionId());
        apply(new ReadingRestricted(
                restrict.personId(),
                restrict.restrictionId(),
                restrict.workerIds(),
                restrict.exceptionalAccess(),
                restrict.ask(),
                restrict.reason(),
                sealer.sealAny(
                        restrict.personId(), ReadingEvent.REASON_TEXT, restrict.restrictionId(), restrict.reasonText()),
                restrict.author(),
                clock.now()));
    }

    @CommandHandler
    void handle(LiftRestriction lift, BusinessClock clock) {
        if (restriction == null) {
            throw Problem.notFound();
        }
        ReadRevision.require(lift.readRestrictionId(), restriction.restrictionId());
        apply(new RestrictionLifted(lift.personId(), restriction.restrictionId(), lift.author(), clock.now()));
    }

    /** What is in force now. */
    InForce inForce() {
        return new InForce(Map.copyOf(exclusions), restriction);
    }

    /** Keeps out whom the person's other record keeps out. Where each lets some in, only those whom both let in may read. */
    boolean takeOver(UUID personId, InForce other, ResealedRecords resealed, BusinessClock clock) {
        var lacking = other.exclusions().entrySet().stream()
                .filter(entry -> excluded(entry.getValue().workerId()) == null)
                .toList();
        lacking.forEach(entry -> takeOver(personId, entry.getKey(), entry.getValue(), resealed, clock));
        var others = other.restriction();
        if (others == null || (restriction != null && restriction.admitsNoMoreThan(others))) {
            return !lacking.isEmpty();
        }
        takeOver(personId, others, resealed, clock);
        return true;
    }

    private static void takeOver(
            UUID personId, UUID wasCalled, Exclusion exclusion, ResealedRecords resealed, BusinessClock clock) {
        var exclusionId = UUID.randomUUID();
        apply(new WorkerExcluded(
                personId,
                exclusionId,
                exclusion.workerId(),
                exclusion.ask(),
                exclusion.reason(),
                resealed.under(personId, ReadingEvent.REASON_TEXT, wasCalled, exclusion.text(), exclusionId)
                        .orElse(null),
                exclusion.author(),
                clock.now()));
    }

    private void takeOver(UUID personId, Restriction others, ResealedRecords resealed, BusinessClock clock) {
        var own = restriction == null ? others : restriction;
        var restrictionId = UUID.randomUUID();
        var words =
                Stream.of(own, others).distinct().flatMap(Restriction::words).toList();
        apply(new ReadingRestricted(
                personId,
                restrictionId,
                own.workerIds().stream().filter(others.workerIds()::contains).toList(),
                own.exceptionalAccess() && others.exceptionalAccess(),
                own.ask(),
                own.reason(),
                resealed.together(personId, ReadingEvent.REASON_TEXT, words, restrictionId)
                        .orElse(null),
                others.author(),
                clock.now()));
    }

    /** It never overcomes an exclusion, nor a restriction that forbids it. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OpenExceptionally open, Sealer sealer, BusinessClock clock) {
        var exclusion = excluded(open.workerId());
        if (exclusion != null) {
            throw Refusals.excluded(new Staff(exclusion.ask(), null));
        }
        if (restriction != null
                && !restriction.exceptionalAccess()
                && !restriction.workerIds().contains(open.workerId())) {
            throw Refusals.restricted(new Staff(restriction.ask(), null), false, open.fileId());
        }
        var now = clock.now();
        apply(new ExceptionalAccessOpened(
                open.personId(),
                open.fileId(),
                open.accessId(),
                open.workerId(),
                open.referent(),
                now.plus(EXCEPTIONAL_ACCESS),
                open.reason(),
                sealer.seal(open.personId(), ReadingEvent.REASON_TEXT, open.accessId(), open.reasonText()),
                now));
    }

    /** Nobody takes note of their own. */
    @CommandHandler
    void handle(NoteSeen note, BusinessClock clock) {
        if (!accesses.contains(note.accessId())) {
            throw Problem.notFound();
        }
        var exclusion = excluded(note.author());
        if (exclusion != null) {
            throw Refusals.excluded(new Staff(exclusion.ask(), null));
        }
        if (note.author().equals(readers.get(note.accessId()))) {
            throw Problem.forbidden();
        }
        if (!seen.contains(note.accessId())) {
            apply(new ExceptionalAccessSeen(note.personId(), note.accessId(), note.author(), clock.now()));
        }
    }

    private @Nullable Exclusion excluded(UUID workerId) {
        return exclusions.values().stream()
                .filter(exclusion -> exclusion.workerId().equals(workerId))
                .findFirst()
                .orElse(null);
    }

    @EventSourcingHandler
    void on(WorkerExcluded excluded) {
        name(excluded);
        exclusions.put(
                excluded.exclusionId(),
                new Exclusion(
                        excluded.workerId(),
                        excluded.ask(),
                        excluded.reason(),
                        excluded.reasonText(),
                        excluded.author()));
    }

    @EventSourcingHandler
    void on(ExclusionLifted lifted) {
        name(lifted);
        exclusions.remove(lifted.exclusionId());
    }

    @EventSourcingHandler
    void on(ReadingRestricted restricted) {
        name(restricted);
        restriction = new Restriction(
                restricted.restrictionId(),
                restricted.workerIds(),
                restricted.exceptionalAccess(),
                restricted.ask(),
                restricted.reason(),
                restricted.reasonText(),
                restricted.author());
    }

    @EventSourcingHandler
    void on(RestrictionLifted lifted) {
        name(lifted);
        restriction = null;
    }

    @EventSourcingHandler
    void on(ExceptionalAccessOpened opened) {
        name(opened);
        accesses.add(opened.accessId());
        readers.put(opened.accessId(), opened.workerId());
    }

    @EventSourcingHandler
    void on(ExceptionalAccessSeen noted) {
        name(noted);
        seen.add(noted.accessId());
    }

    /** After pruning, any of them may be the first there is. */
    private void name(ReadingEvent event) {
        id = ReadingCommand.idOf(event.personId());
    }
}
