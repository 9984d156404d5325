package eu.lethe.cases.household;

import eu.lethe.cases.household.HouseholdCommand.CorrectRelation;
import eu.lethe.cases.household.HouseholdCommand.FormHousehold;
import eu.lethe.cases.household.HouseholdCommand.JoinHousehold;
import eu.lethe.cases.household.HouseholdCommand.Joining;
import eu.lethe.cases.household.HouseholdCommand.LeaveHousehold;
import eu.lethe.cases.household.HouseholdCommand.SplitHousehold;
import eu.lethe.cases.household.HouseholdCommand.TakePlace;
import eu.lethe.cases.resealing.ResealedRecords;
import eu.lethe.platform.sealing.Sealer;
import eu.lethe.platform.time.BusinessClock;
import eu.lethe.platform.time.PlausibleDay;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Understands how people come to live together and how they part, so that nobody is in two households at once. */
@Component
class HouseholdMoves {

    private final Repository<Household> households;
    private final HouseholdsOfPersons claims;
    private final HouseholdMembers members;
    private final ResealedRecords resealed;
    private final Sealer sealer;
    private final BusinessClock clock;

    HouseholdMoves(
            Repository<Household> households,
            HouseholdsOfPersons claims,
            HouseholdMembers members,
            ResealedRecords resealed,
            Sealer sealer,
            BusinessClock clock) {
        this.households = households;
        this.claims = claims;
        this.members = members;
        this.resealed = resealed;
        this.sealer = sealer;
        this.clock = clock;
    }

    @CommandHandler
    void handle(FormHousehold form) throws Exception {
        found(form.householdId(), form.members(), form.author());
        form.members().forEach(member -> requireNowhereElse("/since", member, List.of()));
    }

    @CommandHandler
    void handle(JoinHousehold join) {
        claims.claim(join.member().personId(), join.householdId());
        requireNowhereElse("/since", join.member(), List.of());
        households
                .load(join.householdId().toString())
                .execute(household -> household.join(join.member(), join.author(), sealer, clock));
    }

    /** The claim stays: the person goes on living there. */
    @CommandHandler
    void handle(CorrectRelation correct) {
        households
                .load(correct.householdId().toString())
                .execute(household -> household.correct(correct, sealer, clock));
    }

    @CommandHandler
    void handle(LeaveHousehold leave) {
        households.load(leave.householdId().toString()).execute(household -> leave(household, leave));
    }

    @CommandHandler
    void handle(SplitHousehold split) throws Exception {
        households
                .load(split.householdId().toString())
                .execute(household -> household
                        .part(split.membershipIds(), split.on(), split.author(), clock)
                        .forEach(claims::release));
        found(split.newHouseholdId(), split.members(), split.author());
        split.members().forEach(member -> requireNowhereElse("/on", member, split.membershipIds()));
    }

    /** A person lives in one household at a time: where they do by their own record is where they live. */
    @CommandHandler
    void handle(TakePlace take) {
        households
                .load(take.householdId().toString())
                .execute(household -> household
                        .membership(take.membershipId())
                        .ifPresent(place -> household.replace(take, livesElsewhere(take, place), resealed, clock)));
    }

    private void leave(Household household, LeaveHousehold leave) {
        var since = household
                .membership(leave.membershipId())
                .map(Household.Membership::since)
                .orElse(null);
        var person = household.leave(leave.membershipId(), leave.on(), leave.reason(), leave.author(), clock);
        if (!Household.ERROR.equals(leave.reason())) {
            requireNowhereElse("/on", person, new Stay(since, leave.on()), List.of(leave.membershipId()));
        }
        claims.release(person);
    }

    private void requireNowhereElse(String pointer, Joining member, List<UUID> apartFrom) {
        requireNowhereElse(pointer, member.personId(), new Stay(member.since(), null), apartFrom);
    }

    /** Whoever lives in one household only, today, may still be said to have lived in two. */
    private void requireNowhereElse(String pointer, UUID personId, Stay stay, List<UUID> apartFrom) {
        members.of(personId).stream()
                .filter(other -> !other.neverWas() && !apartFrom.contains(other.membershipId()))
                .map(other -> new Stay(other.since(), other.leftOn()))
                .filter(other -> other.until() != null && other.overlaps(stay))
                .findFirst()
                .ifPresent(other -> {
                    throw PlausibleDay.conflicting(
                            pointer, "in-two-households", "left", Objects.requireNonNull(other.until()));
                });
    }

    /** Claims the place for the person where it is free to be claimed. */
    private boolean livesElsewhere(TakePlace take, Household.Membership place) {
        if (!place.present()) {
            return false;
        }
        claims.release(place.personId());
        var home = claims.of(take.personId());
        if (home.isEmpty()) {
            claims.claim(take.personId(), take.householdId());
        }
        return home.filter(household -> !household.equals(take.householdId())).isPresent();
    }

    private void found(UUID householdId, List<Joining> members, UUID author) throws Exception {
        // in one order, so that two who claim the same persons do not wait for each other
        members.stream().map(Joining::personId).sorted().forEach(person -> claims.claim(person, householdId));
        households.newInstance(() -> new Household(householdId, members, author, sealer, clock));
    }
}
