package eu.lethe.cases.household;

import eu.lethe.cases.access.ReadablePersons;
import eu.lethe.cases.household.HouseholdCommand.CorrectRelation;
import eu.lethe.cases.household.HouseholdCommand.FormHousehold;
import eu.lethe.cases.household.HouseholdCommand.JoinHousehold;
import eu.lethe.cases.household.HouseholdCommand.Joining;
import eu.lethe.cases.household.HouseholdCommand.LeaveHousehold;
import eu.lethe.cases.household.HouseholdCommand.SplitHousehold;
import eu.lethe.cases.household.HouseholdRequest.DepartureRequest;
import eu.lethe.cases.household.HouseholdRequest.JoinRequest;
import eu.lethe.cases.household.HouseholdRequest.RelationRequest;
import eu.lethe.cases.household.HouseholdRequest.SplitRequest;
import eu.lethe.cases.person.AfterBirth;
import eu.lethe.cases.person.Duplicates;
import eu.lethe.cases.person.Persons;
import eu.lethe.platform.eventstore.ReadYourWrites;
import eu.lethe.platform.journal.Unseen;
import eu.lethe.platform.once.Claim;
import eu.lethe.platform.once.SendingKey;
import eu.lethe.platform.once.SentOnce;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.sealing.Clear;
import eu.lethe.platform.sealing.Opener;
import eu.lethe.platform.security.Caller;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reading who lives with a person, and writing down who joins, leaves or parts. */
@RestController
@RequestMapping("/api/cases")
class HouseholdResource {

    record Joined(UUID householdId, UUID membershipId) {}

    record Parted(UUID householdId) {}

    private final CommandGateway commands;
    private final HouseholdReader reader;
    private final HouseholdMembers members;
    private final Opener opener;
    private final Persons persons;
    private final ReadablePersons readable;
    private final Duplicates duplicates;
    private final AfterBirth afterBirth;
    private final SentOnce once;

    HouseholdResource(
            CommandGateway commands,
            HouseholdReader reader,
            HouseholdMembers members,
            Opener opener,
            Persons persons,
            ReadablePersons readable,
            Duplicates duplicates,
            AfterBirth afterBirth,
            SentOnce once) {
        this.commands = commands;
        this.reader = reader;
        this.members = members;
        this.opener = opener;
        this.persons = persons;
        this.readable = readable;
        this.duplicates = duplicates;
        this.afterBirth = afterBirth;
        this.once = once;
    }

    /** Who lives with the person, and who did. */
    @GetMapping("/persons/{personId}/household")
    HouseholdView household(@PathVariable UUID personId, Caller caller) {
        return reader.read(personId, caller);
    }

    /** Somebody lives with the person. */
    @PostMapping("/persons/{personId}/household/members")
    @ResponseStatus(HttpStatus.CREATED)
    Joined join(
            @PathVariable UUID personId, @Valid @RequestBody JoinRequest request, SendingKey sending, Caller caller) {
        readable.requireOwn(personId, caller);
        if (request.personId().equals(personId)) {
            throw Problem.invalid("/personId", "invalid");
        }
        readable.requireOwn(request.personId(), caller);
        duplicates.requireNotMerged(personId);
        duplicates.requireNotMerged(request.personId());
        return once.record(sending, request, Joined.class, claim -> join(personId, request, claim, caller));
    }

    private Joined join(UUID personId, JoinRequest request, Claim claim, Caller caller) {
        var membership = UUID.randomUUID();
        var joining = request.joining(membership);
        afterBirth.require("/since", request.since(), request.personId(), caller);
        var household = persons.require(personId).householdId();
        if (household == null) {
            afterBirth.require("/since", request.since(), personId, caller);
        }
        var joined = household == null ? UUID.randomUUID() : household;
        var answer = claim.answering(new Joined(joined, membership), personId, request.personId());
        if (household == null) {
            var first = new Joining(personId, UUID.randomUUID(), request.since(), null);
            commands.sendAndWait(new FormHousehold(joined, List.of(first, joining), caller.staffId()));
        } else {
            commands.sendAndWait(new JoinHousehold(joined, joining, caller.staffId()));
        }
        awaitMember(joined, membership, true);
        return answer;
    }

    /** What somebody is to the others is added, or put right. Their membership has another id from then on. */
    @PutMapping("/households/{householdId}/members/{membershipId}/relation")
    Joined correctRelation(
            @PathVariable UUID householdId,
            @PathVariable UUID membershipId,
            @Valid @RequestBody RelationRequest request,
            Caller caller) {
        var member = membership(householdId, membershipId);
        requireOneOfTheirs(List.of(member), caller);
        readable.requireOwn(member.personId(), caller);
        var anew = UUID.randomUUID();
        commands.sendAndWait(new CorrectRelation(householdId, membershipId, anew, request.clear(), caller.staffId()));
        awaitMember(householdId, anew, true);
        return new Joined(householdId, anew);
    }

    /** Somebody no longer lives there. */
    @PostMapping("/households/{householdId}/members/{membershipId}/departure")
    Map<String, Object> depart(
            @PathVariable UUID householdId,
            @PathVariable UUID membershipId,
            @Valid @RequestBody DepartureRequest request,
            Caller caller) {
        var leaving = List.of(membership(householdId, membershipId));
        requireOneOfTheirs(leaving, caller);
        if (!request.neverWas()) {
            requireBorn(leaving, request.on(), caller);
        }
        commands.sendAndWait(
                new LeaveHousehold(householdId, membershipId, request.on(), request.reason(), caller.staffId()));
        awaitMember(householdId, membershipId, false);
        return Map.of();
    }

    /** Some part from the others and live together elsewhere. */
    @PostMapping("/households/{householdId}/split")
    @ResponseStatus(HttpStatus.CREATED)
    Parted split(
            @PathVariable UUID householdId,
            @Valid @RequestBody SplitRequest request,
            SendingKey sending,
            Caller caller) {
        var parting = request.membershipIds().stream()
                .distinct()
                .map(membership -> membership(householdId, membership))
                .toList();
        requireOneOfTheirs(parting, caller);
        return once.record(
                sending, request, Parted.class, claim -> split(householdId, parting, request.on(), claim, caller));
    }

    private Parted split(
            UUID householdId, List<HouseholdMembers.Row> parting, LocalDate on, Claim claim, Caller caller) {
        requireBorn(parting, on, caller);
        var reading = opener.reading(Unseen.RESEALING).prepare(parting.stream().map(HouseholdMembers.Row::relation));
        var joining = parting.stream()
                .map(member -> new Joining(
                        member.personId(),
                        UUID.randomUUID(),
                        on,
                        member.relation(reading).map(Clear::of).orElse(null)))
                .toList();
        var household = UUID.randomUUID();
        var answer = claim.answering(
                new Parted(household),
                parting.stream().map(HouseholdMembers.Row::personId).toArray(UUID[]::new));
        commands.sendAndWait(new SplitHousehold(
                householdId,
                parting.stream().map(HouseholdMembers.Row::membershipId).toList(),
                on,
                household,
                joining,
                caller.staffId()));
        awaitMember(household, joining.getLast().membershipId(), true);
        return answer;
    }

    private HouseholdMembers.Row membership(UUID householdId, UUID membershipId) {
        return members.in(householdId).stream()
                .filter(member -> member.membershipId().equals(membershipId))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    /** Whoever answers for one of the household may write who left it, also of somebody another unit answers for. */
    private void requireOneOfTheirs(List<HouseholdMembers.Row> concerned, Caller caller) {
        var living = members.in(concerned.getFirst().householdId()).stream()
                .filter(HouseholdMembers.Row::present)
                .map(HouseholdMembers.Row::personId)
                .toList();
        var theirs = readable.ownAmong(living, caller);
        concerned.stream()
                .map(HouseholdMembers.Row::personId)
                .filter(person -> theirs.isEmpty() || theirs.contains(person))
                .forEach(person -> readable.requireOwn(person, caller));
        readable.requireNotKeptOut(
                caller.staffId(),
                concerned.stream().map(HouseholdMembers.Row::personId).toList(),
                false);
    }

    /**
     * Refuses a day before their birth. Of whom it is known since when they lived there, it was looked at then; and the birth of
     * whom the caller may not read about is not told by a refusal.
     */
    private void requireBorn(List<HouseholdMembers.Row> leaving, LocalDate on, Caller caller) {
        var undated = leaving.stream()
                .filter(member -> member.since() == null)
                .map(HouseholdMembers.Row::personId)
                .toList();
        readable.readableAmong(undated, caller).forEach(person -> afterBirth.require("/on", on, person, caller));
    }

    private void awaitMember(UUID householdId, UUID membershipId, boolean present) {
        ReadYourWrites.await(() -> members.in(householdId).stream()
                .anyMatch(member -> member.membershipId().equals(membershipId) && member.present() == present));
    }
}
