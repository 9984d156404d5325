package eu.lethe.cases.household;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.lethe.cases.household.HouseholdCommand.CorrectRelation;
import eu.lethe.cases.household.HouseholdCommand.Joining;
import eu.lethe.cases.household.HouseholdCommand.TakePlace;
import eu.lethe.cases.resealing.ResealedRecords;
import eu.lethe.contracts.events.cases.HouseholdEvent;
import eu.lethe.contracts.events.cases.HouseholdEvent.MemberJoined;
import eu.lethe.contracts.events.cases.HouseholdEvent.MemberLeft;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.platform.eventstore.EventSourced;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.problem.ReadRevision;
import eu.lethe.platform.sealing.Sealer;
import eu.lethe.platform.time.BusinessClock;
import eu.lethe.platform.time.PlausibleDay;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Understands who lives in a household now, and who did. Who was erased is not missed: their joining is pruned, and the others go on
 * living together.
 */
@EventSourced
final class Household {

    /** Why a membership ends that never was one. */
    static final String ERROR = "error";

    @AggregateIdentifier
    private UUID id;

    /** Present members and former ones, by membership; who never was one is not among them. */
    private Map<UUID, Membership> members = new LinkedHashMap<>();

    /** Whose memberships were written down in error, by membership. */
    private Map<UUID, UUID> errors = new HashMap<>();

    /**
     * That somebody lives here, or did.
     *
     * @param leftOn absent while they do
     */
    record Membership(
            UUID personId,
            @Nullable LocalDate since,
            @Nullable Sealed<String> relation,
            @Nullable LocalDate leftOn,
            @Nullable String reason) {

        boolean present() {
            return leftOn == null;
        }
    }

    @SuppressWarnings("NullAway.Init") // the first event names the household
    Household() {}

    @SuppressWarnings("NullAway.Init") // applying the event names the household
    Household(UUID householdId, List<Joining> members, UUID author, Sealer sealer, BusinessClock clock) {
        members.forEach(member -> joined(householdId, member, author, sealer, clock));
    }

    void join(Joining member, UUID author, Sealer sealer, BusinessClock clock) {
        joined(id, member, author, sealer, clock);
    }

    /** The membership was written down in error, and stands anew with its days and the relation as it is now known. */
    void correct(CorrectRelation correct, Sealer sealer, BusinessClock clock) {
        var member = requirePresent(correct.membershipId());
        apply(new MemberLeft(
                id, member.personId(), correct.membershipId(), clock.today(), ERROR, correct.author(), clock.now()));
        joined(
                id,
                new Joining(member.personId(), correct.newMembershipId(), member.since(), correct.relation()),
                correct.author(),
                sealer,
                clock);
    }

    /** Refuses (404) who is no member, and (409) a membership that was put right since it was read. */
    private Membership requirePresent(UUID membershipId) {
        var member = members.get(membershipId);
        if (member == null || !member.present()) {
            throw writtenAnew(membershipId).map(ReadRevision::overtaken).orElseGet(Problem::notFound);
        }
        return member;
    }

    /** The membership that took the place of one that was put right. */
    private Optional<UUID> writtenAnew(UUID membershipId) {
        return members.entrySet().stream()
                .filter(member -> member.getValue().present())
                .filter(member -> member.getValue().personId().equals(errors.get(membershipId)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Returns who left. */
    UUID leave(UUID membershipId, LocalDate on, String reason, UUID author, BusinessClock clock) {
        var member = requirePresent(membershipId);
        PlausibleDay.requireOfALife("/on", on, clock.today());
        if (!ERROR.equals(reason)) {
            PlausibleDay.requireNotBefore("/on", on, "joined", member.since());
        }
        apply(new MemberLeft(id, member.personId(), membershipId, on, reason, author, clock.now()));
        return member.personId();
    }

    /** The membership, unless it was an error or was taken over already. */
    Optional<Membership> membership(UUID membershipId) {
        return Optional.ofNullable(members.get(membershipId));
    }

    /**
     * The person takes a membership of their other record, and it is said of that one that it never was a member. Who is, or
     * was, a member themselves needs no other place.
     *
     * @param elsewhere whether the person lives in another household by now, and so in this one no longer
     */
    void replace(TakePlace take, boolean elsewhere, ResealedRecords resealed, BusinessClock clock) {
        var place = members.get(take.membershipId());
        if (place == null) {
            return;
        }
        if (members.values().stream().noneMatch(member -> member.personId().equals(take.personId()))) {
            settleIn(take, place, elsewhere, resealed, clock);
        }
        apply(new MemberLeft(
                id, place.personId(), take.membershipId(), clock.today(), ERROR, take.author(), clock.now()));
    }

    private void settleIn(
            TakePlace take, Membership place, boolean elsewhere, ResealedRecords resealed, BusinessClock clock) {
        apply(new MemberJoined(
                id,
                take.personId(),
                take.newMembershipId(),
                place.since(),
                resealed.under(
                                take.personId(),
                                HouseholdEvent.RELATION,
                                take.membershipId(),
                                place.relation(),
                                take.newMembershipId())
                        .orElse(null),
                take.author(),
                clock.now()));
        if (elsewhere || !place.present()) {
            apply(new MemberLeft(
                    id,
                    take.personId(),
                    take.newMembershipId(),
                    Objects.requireNonNullElse(place.leftOn(), clock.today()),
                    Objects.requireNonNullElse(place.reason(), "left"),
                    take.author(),
                    clock.now()));
        }
    }

    /** Returns who left. Somebody stays: else the household would only have moved. */
    List<UUID> part(Collection<UUID> membershipIds, LocalDate on, UUID author, BusinessClock clock) {
        if (members.entrySet().stream()
                .filter(member -> member.getValue().present())
                .allMatch(member -> membershipIds.contains(member.getKey()))) {
            throw Problem.invalid("/membershipIds", "nobody-stays");
        }
        return membershipIds.stream()
                .map(membership -> leave(membership, on, "split", author, clock))
                .toList();
    }

    private static void joined(UUID household, Joining member, UUID author, Sealer sealer, BusinessClock clock) {
        if (member.since() != null) {
            PlausibleDay.requireOfALife("/since", member.since(), clock.today());
        }
        apply(new MemberJoined(
                household,
                member.personId(),
                member.membershipId(),
                member.since(),
                sealer.sealAny(member.personId(), HouseholdEvent.RELATION, member.membershipId(), member.relation()),
                author,
                clock.now()));
    }

    @EventSourcingHandler
    void on(MemberJoined joined) {
        id = joined.householdId();
        members.put(
                joined.membershipId(),
                new Membership(joined.personId(), joined.since(), joined.relation(), null, null));
    }

    @EventSourcingHandler
    void on(MemberLeft left) {
        id = left.householdId();
        if (left.reason().equals(ERROR)) {
            members.remove(left.membershipId());
            errors.put(left.membershipId(), left.personId());
        } else {
            members.computeIfPresent(
                    left.membershipId(),
                    (_, member) -> new Membership(
                            member.personId(), member.since(), member.relation(), left.on(), left.reason()));
        }
    }
}
