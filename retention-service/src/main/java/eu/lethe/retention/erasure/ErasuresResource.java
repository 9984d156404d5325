package eu.lethe.retention.erasure;

import eu.lethe.platform.erasure.Phase;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.security.Caller;
import eu.lethe.retention.erasure.ErasureCommand.Approve;
import eu.lethe.retention.erasure.ErasureCommand.Cancel;
import eu.lethe.retention.erasure.ErasureCommand.Confirm;
import eu.lethe.retention.erasure.ErasureCommand.Execute;
import eu.lethe.retention.erasure.ErasureCommand.Pause;
import eu.lethe.retention.erasure.ErasureCommand.Preview;
import eu.lethe.retention.erasure.ErasureCommand.Refuse;
import eu.lethe.retention.erasure.ErasureCommand.Request;
import eu.lethe.retention.erasure.ErasureCommand.Resume;
import eu.lethe.retention.erasure.Selection.Selected;
import eu.lethe.retention.schedule.RetentionSchedule;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes an erasure through its steps at the request of administrators. */
@RestController
@RequestMapping("/api/retention/erasures")
class ErasuresResource {

    record PreviewRequest(
            @Size(min = 1, max = 10_000) @Nullable List<@NotNull UUID> personIds,
            @Nullable String rule,
            @Nullable LocalDate dueBefore,
            @NotNull Reason reason) {}

    record RequestBodyOfRequest(@Nullable Integer confirmedCount) {}

    record RefusalRequest(@NotNull Refusal reason) {}

    record Confirmation(@NotNull Phase phase) {}

    record Items(List<ErasureView> items) {}

    private final CommandGateway commands;
    private final Selection selection;
    private final RetentionSchedule schedule;
    private final ErasureViews views;
    private final ErasureRuns runs;
    private final ErasureProgress progress;
    private final ErasureProperties properties;

    ErasuresResource(
            CommandGateway commands,
            Selection selection,
            RetentionSchedule schedule,
            ErasureViews views,
            ErasureRuns runs,
            ErasureProgress progress,
            ErasureProperties properties) {
        this.commands = commands;
        this.selection = selection;
        this.schedule = schedule;
        this.views = views;
        this.runs = runs;
        this.progress = progress;
        this.properties = properties;
    }

    @PostMapping
    @Operation(summary = "Previews an erasure: who would be erased, who not, and why; touches nothing")
    ResponseEntity<ErasureView> preview(@Valid @RequestBody PreviewRequest request, Caller caller, Locale locale) {
        var selected = select(request);
        var id = UUID.randomUUID();
        commands.sendAndWait(new Preview(
                id,
                request.reason(),
                request.rule(),
                request.dueBefore(),
                selected.candidates(),
                selected.leftOut(),
                caller.staffId()));
        return ResponseEntity.created(URI.create("/api/retention/erasures/" + id))
                .body(views.of(id, locale));
    }

    private Selected select(PreviewRequest request) {
        if (!request.reason().mayBeGiven()) {
            throw Problem.invalid("/reason", "invalid");
        }
        var persons = request.personIds();
        var rule = request.rule();
        var dueBefore = request.dueBefore();
        if (persons != null) {
            if (rule != null || dueBefore != null) {
                throw Problem.invalid(rule != null ? "/rule" : "/dueBefore", "invalid");
            }
            return selection.among(request.reason(), persons);
        }
        if (rule == null) {
            throw Problem.invalid("/personIds", "required");
        }
        if (dueBefore == null) {
            throw Problem.invalid("/dueBefore", "required");
        }
        var known = schedule.of(rule).orElseThrow(() -> Problem.invalid("/rule", "unknown"));
        if (!request.reason().needsDeadline()) {
            throw Problem.invalid("/reason", "invalid");
        }
        return selection.byRule(request.reason(), known, dueBefore);
    }

    @GetMapping
    @Operation(summary = "All erasures, the latest first")
    Items all(Locale locale) {
        return new Items(views.of(runs.all(), locale));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One erasure, up to the last thing that happened")
    ErasureView one(@PathVariable UUID id, Locale locale) {
        return views.of(id, locale);
    }

    @PostMapping("/{id}/request")
    @Operation(summary = "Asks for it; above the share limit the number of persons must be given")
    ErasureView request(
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable RequestBodyOfRequest body,
            Caller caller,
            Locale locale) {
        commands.sendAndWait(new Request(id, caller.staffId(), typed(body)));
        return views.of(id, locale);
    }

    @PostMapping("/{id}/approval")
    @Operation(summary = "Approves it; not for who asked. The keys are suspended at once, the grace period begins")
    ErasureView approve(
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable RequestBodyOfRequest body,
            Caller caller,
            Locale locale) {
        commands.sendAndWait(new Approve(id, caller.staffId(), typed(body)));
        progress.advance(id);
        return views.of(id, locale);
    }

    @PostMapping("/{id}/refusal")
    @Operation(summary = "Refuses to approve it and says why; not for who asked. Nothing was suspended")
    ErasureView refuse(
            @PathVariable UUID id, @Valid @RequestBody RefusalRequest refusal, Caller caller, Locale locale) {
        commands.sendAndWait(new Refuse(id, caller.staffId(), refusal.reason()));
        return views.of(id, locale);
    }

    @PostMapping("/{id}/cancellation")
    @Operation(summary = "Calls it off for everybody of whom nothing is removed yet; their keys are leased again")
    ErasureView cancel(@PathVariable UUID id, Caller caller, Locale locale) {
        commands.sendAndWait(new Cancel(id, caller.staffId()));
        progress.advance(id);
        return views.of(id, locale);
    }

    @PostMapping("/{id}/execution")
    @Operation(summary = "Carries it out once the grace period is over, as the scheduler does by itself")
    ErasureView execute(@PathVariable UUID id, Locale locale) {
        commands.sendAndWait(new Execute(id));
        progress.advance(id);
        return views.of(id, locale);
    }

    @PostMapping("/{id}/pause")
    @Operation(summary = "Lets it stand still")
    ErasureView pause(@PathVariable UUID id, Caller caller, Locale locale) {
        commands.sendAndWait(new Pause(id, caller.staffId()));
        return views.of(id, locale);
    }

    @PostMapping("/{id}/resumption")
    @Operation(summary = "Lets it go on; once the grace period is over, not for who asked")
    ErasureView resume(
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable RequestBodyOfRequest body,
            Caller caller,
            Locale locale) {
        commands.sendAndWait(new Resume(id, caller.staffId(), typed(body)));
        progress.advance(id);
        return views.of(id, locale);
    }

    private static @Nullable Integer typed(@Nullable RequestBodyOfRequest body) {
        return body == null ? null : body.confirmedCount();
    }

    @PostMapping("/{id}/confirmations")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary =
                    "A service says that it has caught up with the suspension, its read models are purged, or its event store pruned;"
                            + " may be repeated")
    void confirm(@PathVariable UUID id, @Valid @RequestBody Confirmation confirmation, Caller caller) {
        if (!properties.confirmedBy().contains(caller.subject())) {
            throw Problem.forbidden();
        }
        commands.sendAndWait(new Confirm(id, caller.subject(), confirmation.phase()));
    }
}
