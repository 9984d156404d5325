package eu.lethe.cases.casefile;

import eu.lethe.cases.casefile.CaseFileCommand.AssignCaseFile;
import eu.lethe.cases.casefile.CaseFileCommand.CloseCaseFile;
import eu.lethe.cases.casefile.CaseFileCommand.ReopenCaseFile;
import eu.lethe.cases.casefile.CaseFileCommand.TakeTransferBack;
import eu.lethe.cases.casefile.CaseFileCommand.TransferCaseFile;
import eu.lethe.platform.catalogue.Units;
import eu.lethe.platform.eventstore.ReadYourWrites;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.security.Caller;
import eu.lethe.platform.security.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import java.util.function.Predicate;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who answers for a file, in which unit, and whether the support goes on. */
@RestController
@RequestMapping("/api/cases/files/{fileId}")
class LifeOfFilesResource {

    /** Who shall answer for the file. */
    record AssignRequest(@NotNull UUID workerId) {

        @Override
        public String toString() {
            return "AssignRequest[…]";
        }
    }

    /** Where the file goes, and who answers for it there, if that is known. */
    record TransferRequest(
            @NotNull @Size(max = 32) String unit, @Nullable UUID referent) {

        @Override
        public String toString() {
            return "TransferRequest[…]";
        }
    }

    /** Why the support ends. */
    record CloseRequest(
            @NotNull @Pattern(regexp = ClosingReasons.CODES) String reason) {

        @Override
        public String toString() {
            return "CloseRequest[…]";
        }
    }

    record Done() {}

    private final CommandGateway commands;
    private final CaseFiles files;
    private final ReadableFiles readable;
    private final Units units;

    LifeOfFilesResource(CommandGateway commands, CaseFiles files, ReadableFiles readable, Units units) {
        this.commands = commands;
        this.files = files;
        this.readable = readable;
        this.units = units;
    }

    /** Lets another worker of the unit answer for the file. */
    @PostMapping("/referent")
    Done assign(@PathVariable UUID fileId, @Valid @RequestBody AssignRequest request, Caller caller) {
        var file = readable.requireOfUnit(fileId, caller);
        commands.sendAndWait(new AssignCaseFile(fileId, file.unit(), request.workerId(), caller.staffId()));
        return whenShown(fileId, row -> request.workerId().equals(row.referent()));
    }

    /** Gives the file to another unit. */
    @PostMapping("/transfer")
    Done transfer(@PathVariable UUID fileId, @Valid @RequestBody TransferRequest request, Caller caller) {
        var file = readable.requireOfUnit(fileId, caller);
        var unit = units.of(request.unit()).orElseThrow(() -> Problem.invalid("/unit", "unknown"));
        if (unit.paper()) {
            throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "paper-unit");
        }
        commands.sendAndWait(new TransferCaseFile(
                fileId, file.personId(), unit.code(), file.unit(), request.referent(), caller.staffId()));
        return whenShown(fileId, row -> row.unit().equals(unit.code()));
    }

    /** Takes back what the caller sent to another unit by mistake: for an hour, unless the other unit has decided about it. */
    @DeleteMapping("/transfer")
    Done takeBack(@PathVariable UUID fileId, Caller caller) {
        var unit = caller.requireUnit();
        var file = files.find(fileId).orElseThrow(Problem::notFound);
        commands.sendAndWait(new TakeTransferBack(fileId, file.personId(), unit, caller.staffId()));
        return whenShown(fileId, row -> row.unit().equals(unit));
    }

    /** Ends the support. */
    @PostMapping("/closing")
    Done close(@PathVariable UUID fileId, @Valid @RequestBody CloseRequest request, Caller caller) {
        var file = requireOwn(fileId, caller);
        commands.sendAndWait(new CloseCaseFile(fileId, file.unit(), request.reason(), caller.staffId()));
        return whenShown(fileId, row -> row.closedOn() != null);
    }

    /** Lets the support go on. */
    @PostMapping("/reopening")
    Done reopen(@PathVariable UUID fileId, Caller caller) {
        var file = requireOwn(fileId, caller);
        commands.sendAndWait(new ReopenCaseFile(fileId, file.unit(), caller.staffId()));
        return whenShown(fileId, row -> row.closedOn() == null);
    }

    private CaseFiles.Row requireOwn(UUID fileId, Caller caller) {
        return caller.is(Role.LEAD) ? readable.requireOfUnit(fileId, caller) : readable.requireOwn(fileId, caller);
    }

    private Done whenShown(UUID fileId, Predicate<CaseFiles.Row> shows) {
        ReadYourWrites.await(() -> files.find(fileId).filter(shows).isPresent());
        return new Done();
    }
}
