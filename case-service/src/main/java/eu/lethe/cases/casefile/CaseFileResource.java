package eu.lethe.cases.casefile;

import eu.lethe.cases.RecordingTimes;
import eu.lethe.cases.access.ReadablePersons;
import eu.lethe.cases.casefile.CaseFileCommand.OpenCaseFile;
import eu.lethe.cases.person.AfterBirth;
import eu.lethe.platform.catalogue.Units;
import eu.lethe.platform.eventstore.ReadYourWrites;
import eu.lethe.platform.once.Claim;
import eu.lethe.platform.once.SendingKey;
import eu.lethe.platform.once.SentOnce;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.security.Caller;
import eu.lethe.platform.security.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Opening a file, and the unit's list of files. */
@RestController
@RequestMapping("/api/cases/files")
class CaseFileResource {

    /**
     * For whom, and in which unit.
     *
     * @param openedOn of a file that was kept elsewhere before, on paper perhaps; absent for today
     */
    record OpenRequest(
            @NotNull UUID personId,
            @NotNull @Size(max = 32) String unit,
            @Nullable LocalDate openedOn) {}

    record Opened(UUID fileId) {}

    private static final Set<String> STATES = Set.of("live", "closed", "suspended");
    private static final int LAST_PAGE = 1_000_000;

    private final CommandGateway commands;
    private final CaseFiles files;
    private final ReadablePersons persons;
    private final AfterBirth afterBirth;
    private final UnitFiles unitFiles;
    private final Units units;
    private final RecordingTimes recorded;
    private final SentOnce once;

    CaseFileResource(
            CommandGateway commands,
            CaseFiles files,
            ReadablePersons persons,
            AfterBirth afterBirth,
            UnitFiles unitFiles,
            Units units,
            RecordingTimes recorded,
            SentOnce once) {
        this.commands = commands;
        this.files = files;
        this.persons = persons;
        this.afterBirth = afterBirth;
        this.unitFiles = unitFiles;
        this.units = units;
        this.recorded = recorded;
        this.once = once;
    }

    /** Opens a file for a person of the caller's unit. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Opened open(@Valid @RequestBody OpenRequest request, SendingKey sending, Caller caller) {
        var unit = units.of(request.unit()).orElseThrow(() -> Problem.invalid("/unit", "unknown"));
        if (unit.paper()) {
            throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "paper-unit");
        }
        caller.requireAssignedTo(unit.code());
        requireOwnAsFarAsShown(request.personId(), caller);
        return once.record(sending, request, Opened.class, claim -> open(request, unit.code(), claim, caller));
    }

    private Opened open(OpenRequest request, String unit, Claim claim, Caller caller) {
        afterBirth.require("/openedOn", request.openedOn(), request.personId(), caller);
        var author = caller.staffId();
        return recorded.time("file", () -> {
            var fileId = UUID.randomUUID();
            var answer = claim.answering(new Opened(fileId), request.personId());
            commands.sendAndWait(new OpenCaseFile(fileId, request.personId(), unit, author, request.openedOn()));
            ReadYourWrites.await(() -> files.find(fileId).isPresent());
            return answer;
        });
    }

    /** Who was registered a moment ago may not be shown yet: the command asks the events themselves. */
    private void requireOwnAsFarAsShown(UUID personId, Caller caller) {
        try {
            persons.requireOwn(personId, caller);
        } catch (Problem refused) {
            if (refused.status() != HttpStatus.NOT_FOUND) {
                throw refused;
            }
        }
    }

    /**
     * The files of the caller's unit, or one of them, those that fall due first in front; a lead's list leaves none out.
     *
     * @param mine whether only those the caller answers for
     * @param referent only those this worker answers for
     * @param unassigned whether only those that wait for somebody to answer for them
     */
    @GetMapping
    UnitFiles.Page list(
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(required = false) @Nullable UUID referent,
            @RequestParam(defaultValue = "false") boolean unassigned,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable UUID fileId,
            Caller caller) {
        if (page < 0 || page > LAST_PAGE) {
            throw Problem.invalid("/page", "invalid");
        }
        if (state != null && !STATES.contains(state)) {
            throw Problem.invalid("/state", "unknown");
        }
        return unitFiles.of(
                new UnitFiles.Wanted(
                        caller.requireUnit(),
                        caller,
                        caller.is(Role.LEAD) && !caller.is(Role.WORKER),
                        mine ? caller.staffId() : referent,
                        unassigned,
                        state,
                        fileId),
                page);
    }
}
