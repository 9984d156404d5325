package eu.lethe.retention.hold;

import eu.lethe.platform.catalogue.Units;
import eu.lethe.platform.once.SendingKey;
import eu.lethe.platform.once.SentOnce;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.security.Caller;
import eu.lethe.retention.hold.HoldCommand.Place;
import eu.lethe.retention.hold.HoldCommand.Reassess;
import eu.lethe.retention.hold.HoldCommand.Release;
import eu.lethe.retention.schedule.RetentionRule;
import eu.lethe.retention.schedule.RetentionSchedule;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets those who answer for retention hold what may not be erased, and shows what is held. */
@RestController
@RequestMapping("/api/retention/holds")
class HoldsResource {

    /** What is held, and why; one of person, unit and rule. */
    record PlaceRequest(
            @Nullable UUID personId,
            @Size(max = 64) @Nullable String unit,
            @Size(max = 64) @Nullable String rule,
            @NotNull HoldReason reason,
            @NotNull LocalDate reassessOn) {}

    record ReassessmentRequest(@NotNull LocalDate reassessOn) {}

    record ReleaseRequest(@NotNull ReleaseReason reason) {}

    record Holding(List<HoldView> items) {}

    /** What is remembered of a hold that was sent under a key. */
    record Placed(UUID holdId) {}

    private final CommandGateway commands;
    private final HoldViews views;
    private final Units units;
    private final RetentionSchedule schedule;
    private final SentOnce once;
    private final ApplicationEventPublisher events;

    HoldsResource(
            CommandGateway commands,
            HoldViews views,
            Units units,
            RetentionSchedule schedule,
            SentOnce once,
            ApplicationEventPublisher events) {
        this.commands = commands;
        this.views = views;
        this.units = units;
        this.schedule = schedule;
        this.once = once;
        this.events = events;
    }

    @GetMapping
    @Operation(summary = "The holds in force, what is to be reassessed soonest first; or those that were released")
    Holding holds(@RequestParam(defaultValue = "false") boolean released, Locale locale) {
        return new Holding(views.all(released, locale));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary =
                    "Holds a person, a unit or what is kept under a rule: once answered, nothing of it is erased any more")
    HoldView place(@Valid @RequestBody PlaceRequest request, SendingKey sending, Caller caller, Locale locale) {
        var scope = scope(request);
        var placed = once.record(sending, request, Placed.class, claim -> {
            var answer = claim.answering(new Placed(UUID.randomUUID()));
            commands.sendAndWait(
                    new Place(answer.holdId(), scope, request.reason(), request.reassessOn(), caller.staffId()));
            return answer;
        });
        return views.of(placed.holdId(), locale);
    }

    private Scope scope(PlaceRequest request) {
        var person = request.personId();
        var unit = request.unit();
        var rule = request.rule();
        if (person != null) {
            requireAlone(unit == null, "/unit");
            requireAlone(rule == null, "/rule");
            return new Scope.OfPerson(person);
        }
        if (unit != null) {
            requireAlone(rule == null, "/rule");
            return new Scope.OfUnit(units.of(unit)
                    .orElseThrow(() -> Problem.invalid("/unit", "unknown"))
                    .code());
        }
        if (rule != null) {
            return new Scope.OfRule(schedule.of(rule)
                    .filter(known -> !known.action().equals(RetentionRule.DROP))
                    .orElseThrow(() -> Problem.invalid("/rule", "unknown"))
                    .code());
        }
        throw Problem.invalid("/personId", "required");
    }

    private static void requireAlone(boolean alone, String pointer) {
        if (!alone) {
            throw Problem.invalid(pointer, "invalid");
        }
    }

    @PostMapping("/{id}/reassessment")
    @Operation(summary = "Says that it is still needed, and by when somebody looks again")
    HoldView reassess(
            @PathVariable UUID id, @Valid @RequestBody ReassessmentRequest request, Caller caller, Locale locale) {
        commands.sendAndWait(new Reassess(id, request.reassessOn(), caller.staffId()));
        return views.of(id, locale);
    }

    @PostMapping("/{id}/release")
    @Operation(summary = "Ends it and says why: what is due may be erased again, and what waited for it is prepared")
    HoldView release(@PathVariable UUID id, @Valid @RequestBody ReleaseRequest request, Caller caller, Locale locale) {
        commands.sendAndWait(new Release(id, request.reason(), caller.staffId()));
        events.publishEvent(new HoldEnded());
        return views.of(id, locale);
    }
}
