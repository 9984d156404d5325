package eu.lethe.cases.household;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.lethe.cases.household.HouseholdCommand.Joining;
import eu.lethe.contracts.events.cases.HouseholdEvent.MemberJoined;
import eu.lethe.contracts.events.cases.HouseholdEvent.MemberLeft;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.SealingContext;
import eu.lethe.platform.eventstore.EventSourced;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.sealing.Sealer;
import eu.lethe.platform.time.BusinessClock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;

/**
 * Understands who lives in a household now. Who was erased is not missed: their joining is pruned, and the others go on
 * living together.
 */
@EventSourced
final class Household {

    @AggregateIdentifier
    private UUID id;

    /** Present members by membership. */
    private Map<UUID, UUID> present = new LinkedHashMap<>();

    @SuppressWarnings("NullAway.Init") // the first event names the household
    Household() {}

    @SuppressWarnings("NullAway.Init") // applying the event names the household
    Household(UUID householdId, List<Joining> members, UUID author, Sealer sealer, BusinessClock clock) {
        members.forEach(member -> joined(householdId, member, author, sealer, clock));
    }

    void join(Joining member, UUID author, Sealer sealer, BusinessClock clock) {
        joined(id, member, author, sealer, clock);
    }

    /** Returns who left. */
    UUID leave(UUID membershipId, LocalDate on, String reason, UUID author, BusinessClock clock) {
        var person = present.get(membershipId);
        if (person == null) {
            throw Problem.notFound();
        }
        requireNotFuture("/on", on, clock);
        apply(new MemberLeft(id, person, membershipId, on, reason, author, clock.now()));
        return person;
    }

    /** Returns who left. Somebody stays: else the household would only have moved. */
    List<UUID> part(Collection<UUID> membershipIds, LocalDate on, UUID author, BusinessClock clock) {
        if (membershipIds.containsAll(present.keySet())) {
            throw Problem.invalid("/membershipIds", "nobody-stays");
        }
        return membershipIds.stream()
                .map(membership -> leave(membership, on, "split", author, clock))
                .toList();
    }

    private static void joined(UUID household, Joining member, UUID author, Sealer sealer, BusinessClock clock) {
        if (member.since() != null) {
            requireNotFuture("/since", member.since(), clock);
        }
        var relation = member.relation();
        apply(new MemberJoined(
                household,
                member.personId(),
                member.membershipId(),
                member.since(),
                relation == null
                        ? null
                        : sealer.seal(
                                member.personId(),
                                Compartment.IDENTITY,
                                new SealingContext(member.membershipId(), "relation"),
                                relation),
                author,
                clock.now()));
    }

    private static void requireNotFuture(String pointer, LocalDate date, BusinessClock clock) {
        if (date.isAfter(clock.today())) {
            throw Problem.invalid(pointer, "future");
        }
    }

    @EventSourcingHandler
    void on(MemberJoined joined) {
        id = joined.householdId();
        present.put(joined.membershipId(), joined.personId());
    }

    @EventSourcingHandler
    void on(MemberLeft left) {
        id = left.householdId();
        present.remove(left.membershipId());
    }
}
