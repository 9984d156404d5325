package eu.lethe.cases.access;

import eu.lethe.cases.access.ReadingCommand.ExcludeWorker;
import eu.lethe.cases.access.ReadingCommand.LiftExclusion;
import eu.lethe.cases.access.ReadingCommand.LiftRestriction;
import eu.lethe.cases.access.ReadingCommand.RestrictReading;
import eu.lethe.cases.access.ReadingRequest.ExclusionRequest;
import eu.lethe.cases.access.ReadingRequest.RestrictionRequest;
import eu.lethe.platform.eventstore.ReadYourWrites;
import eu.lethe.platform.once.SendingKey;
import eu.lethe.platform.once.SentOnce;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.problem.ReadRevision;
import eu.lethe.platform.security.Caller;
import eu.lethe.platform.security.Role;
import eu.lethe.platform.security.Staff;
import eu.lethe.platform.security.StaffDirectory;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Saying who may not read about a person, and who alone may. */
@RestController
@RequestMapping("/api/cases/persons/{personId}")
class ReadingResource {

    /** What is in force. */
    record ReadingView(
            List<ExclusionView> exclusions, @Nullable RestrictionView restriction) {}

    /** Somebody is kept out. */
    record ExclusionView(
            UUID exclusionId,
            Staff worker,
            Staff ask,

            @Pattern(regexp = ReadingRequest.EXCLUSION_REASONS) String reason,

            Instant at) {}

    /** Only these may read. */
    record RestrictionView(
            UUID restrictionId,
            List<Staff> workers,
            Staff ask,
            boolean exceptionalAccess,

            @Pattern(regexp = ReadingRequest.RESTRICTION_REASONS) String reason,

            Instant at) {}

    record Excluded(UUID exclusionId) {}

    record Restricted(UUID restrictionId) {}

    private final CommandGateway commands;
    private final ReadablePersons readable;
    private final ReadingRestrictions restrictions;
    private final StaffDirectory staff;
    private final SentOnce once;

    ReadingResource(
            CommandGateway commands,
            ReadablePersons readable,
            ReadingRestrictions restrictions,
            StaffDirectory staff,
            SentOnce once) {
        this.commands = commands;
        this.readable = readable;
        this.restrictions = restrictions;
        this.staff = staff;
        this.once = once;
    }

    /** Who may not read about the person, and who alone may. */
    @GetMapping("/reading")
    ReadingView reading(@PathVariable UUID personId, Caller caller) {
        if (caller.is(Role.LEAD)) {
            readable.requireOfUnit(personId, caller);
        } else {
            readable.require(personId, caller);
        }
        return new ReadingView(
                restrictions.exclusionsFrom(personId).stream()
                        .map(exclusion -> new ExclusionView(
                                exclusion.exclusionId(),
                                staff.named(exclusion.workerId()),
                                staff.named(exclusion.ask()),
                                exclusion.reason(),
                                exclusion.at()))
                        .toList(),
                restrictions
                        .restrictionOf(personId)
                        .map(restriction -> new RestrictionView(
                                restriction.restrictionId(),
                                restriction.workers().stream().map(staff::named).toList(),
                                staff.named(restriction.ask()),
                                restriction.exceptionalAccess(),
                                restriction.reason(),
                                restriction.at()))
                        .orElse(null));
    }

    /** Keeps one worker out. */
    @PostMapping("/exclusions")
    @ResponseStatus(HttpStatus.CREATED)
    Excluded exclude(
            @PathVariable UUID personId,
            @Valid @RequestBody ExclusionRequest request,
            SendingKey sending,
            Caller caller) {
        readable.requireLiveOfUnit(personId, caller);
        requireStaff("/workerId", request.workerId());
        requireStaff("/ask", request.ask());
        if (request.ask().equals(request.workerId())) {
            throw Problem.invalid("/ask", "invalid");
        }
        return once.record(sending, request, Excluded.class, claim -> {
            var exclusionId = UUID.randomUUID();
            var answer = claim.answering(new Excluded(exclusionId), personId);
            commands.sendAndWait(new ExcludeWorker(
                    personId,
                    exclusionId,
                    request.workerId(),
                    request.ask(),
                    request.reason(),
                    request.clearText(),
                    caller.staffId()));
            ReadYourWrites.await(() -> excluded(personId, exclusionId));
            return answer;
        });
    }

    /** Lets the worker read again. */
    @DeleteMapping("/exclusions/{exclusionId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lift(@PathVariable UUID personId, @PathVariable UUID exclusionId, Caller caller) {
        readable.requireLiveOfUnit(personId, caller);
        var standsOn = restrictions.exclusionsFrom(personId).stream()
                .filter(exclusion -> exclusion.exclusionId().equals(exclusionId))
                .map(ReadingRestrictions.Exclusion::personId)
                .findFirst()
                .orElseThrow(Problem::notFound);
        commands.sendAndWait(new LiftExclusion(standsOn, exclusionId, caller.staffId()));
        ReadYourWrites.await(() -> !excluded(personId, exclusionId));
    }

    /** Lets only these read, in place of the restriction that was read, if there was one. */
    @PutMapping("/restriction")
    Restricted restrict(@PathVariable UUID personId, @Valid @RequestBody RestrictionRequest request, Caller caller) {
        readable.requireLiveOfUnit(personId, caller);
        for (var index = 0; index < request.workerIds().size(); index++) {
            requireStaff("/workerIds/" + index, request.workerIds().get(index));
        }
        requireStaff("/ask", request.ask());
        var restrictionId = UUID.randomUUID();
        commands.sendAndWait(new RestrictReading(
                personId,
                ownOf(personId, request.revisionId()),
                restrictionId,
                request.workerIds().stream().distinct().toList(),
                request.exceptionalAccess(),
                request.ask(),
                request.reason(),
                request.clearText(),
                caller.staffId()));
        ReadYourWrites.await(() -> restrictions
                .restrictionOf(personId)
                .filter(inForce -> inForce.restrictionId().equals(restrictionId))
                .isPresent());
        return new Restricted(restrictionId);
    }

    /** Lets the whole unit read again, unless the restriction was changed since it was read. */
    @DeleteMapping("/restriction")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void liftRestriction(@PathVariable UUID personId, @RequestParam UUID revisionId, Caller caller) {
        readable.requireLiveOfUnit(personId, caller);
        var inForce = restrictions.restrictionsOn(personId);
        if (inForce.isEmpty()) {
            throw Problem.notFound();
        }
        // what stands on other records of the person was read as one with their own
        var shown = inForce.getFirst();
        commands.sendAndWait(new LiftRestriction(shown.personId(), revisionId, caller.staffId()));
        inForce.stream()
                .skip(1)
                .forEach(restriction -> commands.sendAndWait(
                        new LiftRestriction(restriction.personId(), restriction.restrictionId(), caller.staffId())));
        ReadYourWrites.await(() -> restrictions.restrictionOf(personId).isEmpty());
    }

    /**
     * The person's own restriction, of what was read. What stands on another record of theirs is shown as theirs, and one of
     * their own then comes beside it.
     *
     * @throws Problem 409 when another one is in force there by now
     */
    private @Nullable UUID ownOf(UUID personId, @Nullable UUID read) {
        var inForce = restrictions.restrictionsOn(personId);
        if (inForce.isEmpty() || inForce.getFirst().personId().equals(personId)) {
            return read;
        }
        ReadRevision.require(read, inForce.getFirst().restrictionId());
        return null;
    }

    private boolean excluded(UUID personId, UUID exclusionId) {
        return restrictions.exclusionsFrom(personId).stream()
                .anyMatch(exclusion -> exclusion.exclusionId().equals(exclusionId));
    }

    private void requireStaff(String pointer, UUID id) {
        if (staff.nameOf(id).isEmpty()) {
            throw Problem.invalid(pointer, "unknown");
        }
    }
}
