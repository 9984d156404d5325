package eu.lethe.cases.casefile;

import eu.lethe.cases.reading.ExceptionalAccesses;
import eu.lethe.cases.reading.OpenedReasons;
import eu.lethe.cases.reading.ReadablePersons;
import eu.lethe.cases.reading.ReadingCommand.NoteSeen;
import eu.lethe.cases.reading.ReadingCommand.OpenExceptionally;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.eventstore.ReadYourWrites;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.sealing.Clear;
import eu.lethe.platform.security.Caller;
import eu.lethe.platform.security.Role;
import eu.lethe.platform.security.Staff;
import eu.lethe.platform.security.StaffDirectory;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Opening a file that is not one's own to read, with a reason; and telling who answers for the file. */
@RestController
class ExceptionalAccessResource {

    /** Why. */
    record ExceptionRequest(
            @NotNull @Pattern(regexp = "emergency|replacement|shared-visit|other") String reason,

            @NotBlank @Size(max = 2_000) String reasonText) {

        @Override
        public String toString() {
            return "ExceptionRequest[…]";
        }
    }

    record OpenedExceptionally(UUID accessId, Instant until) {}

    /** A list. */
    record Items(List<Item> items) {}

    /**
     * One exceptional access.
     *
     * @param reasonText null once its key is gone
     * @param seen whether who answers for the file has seen it
     */
    record Item(
            UUID accessId,
            UUID fileId,
            Staff worker,
            String reason,
            @Nullable String reasonText,
            Instant at,
            Instant until,
            boolean seen) {

        @Override
        public String toString() {
            return "Item[" + accessId + "]";
        }
    }

    record Done() {}

    private final CommandGateway commands;
    private final CaseFiles files;
    private final ReadablePersons persons;
    private final ExceptionalAccesses accesses;
    private final OpenedReasons reasons;
    private final StaffDirectory staff;

    ExceptionalAccessResource(
            CommandGateway commands,
            CaseFiles files,
            ReadablePersons persons,
            ExceptionalAccesses accesses,
            OpenedReasons reasons,
            StaffDirectory staff) {
        this.commands = commands;
        this.files = files;
        this.persons = persons;
        this.accesses = accesses;
        this.reasons = reasons;
        this.staff = staff;
    }

    /** Opens the file for eight hours. */
    @PostMapping("/api/cases/files/{fileId}/exceptional-access")
    @ResponseStatus(HttpStatus.CREATED)
    OpenedExceptionally open(@PathVariable UUID fileId, @Valid @RequestBody ExceptionRequest request, Caller caller) {
        var file = files.find(fileId).orElseThrow(Problem::notFound);
        persons.requireExceptionPossible(file.personId(), caller);
        var accessId = UUID.randomUUID();
        commands.sendAndWait(new OpenExceptionally(
                file.personId(),
                fileId,
                accessId,
                caller.staffId(),
                file.referent(),
                request.reason(),
                Clear.of(request.reasonText().strip())));
        ReadYourWrites.await(() -> accesses.find(accessId).isPresent());
        return new OpenedExceptionally(
                accessId,
                accesses.find(accessId).map(ExceptionalAccesses.Row::until).orElseThrow(Problem::notFound));
    }

    /** To the files that the caller answers for; to all files, for the data-protection officer. */
    @GetMapping("/api/cases/exceptional-accesses")
    Items list(Caller caller) {
        var rows = caller.is(Role.DPO) ? accesses.latest() : accesses.toFilesOf(caller.staffId());
        persons.noteShown(
                rows.stream().map(ExceptionalAccesses.Row::personId).toList(), caller, "list", Compartment.RIGHTS);
        reasons.prepare(rows);
        return new Items(rows.stream().map(this::item).toList());
    }

    /** The caller, who answers for the file, has seen it. */
    @PostMapping("/api/cases/exceptional-accesses/{accessId}/seen")
    Done seen(@PathVariable UUID accessId, Caller caller) {
        var access = accesses.find(accessId).orElseThrow(Problem::notFound);
        if (!caller.staffId().equals(told(access))) {
            throw Problem.forbidden();
        }
        commands.sendAndWait(new NoteSeen(access.personId(), accessId, caller.staffId()));
        ReadYourWrites.await(() ->
                accesses.find(accessId).filter(ExceptionalAccesses.Row::seen).isPresent());
        return new Done();
    }

    /** Who answers for the file now; who was told then, if nobody does. */
    private @Nullable UUID told(ExceptionalAccesses.Row access) {
        var now = files.find(access.fileId()).map(CaseFiles.Row::referent).orElse(null);
        return now == null ? access.referent() : now;
    }

    private Item item(ExceptionalAccesses.Row access) {
        return new Item(
                access.accessId(),
                access.fileId(),
                staff.named(access.workerId()),
                access.reason(),
                reasons.of(access).orElse(null),
                access.at(),
                access.until(),
                access.seen());
    }
}
