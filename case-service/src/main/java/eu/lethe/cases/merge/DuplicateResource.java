package eu.lethe.cases.merge;

import eu.lethe.cases.access.ReadablePersons;
import eu.lethe.cases.person.Duplicates;
import eu.lethe.cases.person.PersonCommand.MergePersons;
import eu.lethe.cases.person.PersonCommand.UndoMerge;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Saying that two records are of one person, and that they are not after all. */
@RestController
@RequestMapping("/api/cases/persons/{personId}/duplicates")
class DuplicateResource {

    /**
     * The other record.
     *
     * @param confirmed whether the worker was told of what speaks against it, and says that it is the same person
     */
    record DuplicateRequest(
            @NotNull UUID duplicateId, @Nullable Boolean confirmed) {

        @Override
        public String toString() {
            return "DuplicateRequest[…]";
        }
    }

    record Merged(LocalDate undoUntil) {}

    private final CommandGateway commands;
    private final Duplicates duplicates;
    private final ReadablePersons readable;
    private final DoubtsOfMerging doubts;

    DuplicateResource(
            CommandGateway commands, Duplicates duplicates, ReadablePersons readable, DoubtsOfMerging doubts) {
        this.commands = commands;
        this.duplicates = duplicates;
        this.readable = readable;
        this.doubts = doubts;
    }

    /**
     * The other record is of this person too: from now on it is read here. The caller may read both.
     *
     * @throws Problem 409 {@code merge-across-units}; 409 {@code merge-doubtful}, with what speaks against it, until the worker
     *     confirms
     */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Merged merge(@PathVariable UUID personId, @Valid @RequestBody DuplicateRequest request, Caller caller) {
        readable.requireOwn(personId, caller);
        if (request.duplicateId().equals(personId)) {
            throw Problem.invalid("/duplicateId", "invalid");
        }
        readable.requireToMerge(request.duplicateId(), caller);
        if (!Boolean.TRUE.equals(request.confirmed())) {
            var against = doubts.about(personId, request.duplicateId());
            if (!against.isEmpty()) {
                throw Problem.of(HttpStatus.CONFLICT, "merge-doubtful").with("doubts", against);
            }
        }
        commands.sendAndWait(new MergePersons(personId, request.duplicateId(), caller.requireUnit(), caller.staffId()));
        return new Merged(duplicates.into(request.duplicateId()).orElseThrow().undoUntil());
    }

    /** They are two persons after all. */
    @DeleteMapping("/{duplicateId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void undo(@PathVariable UUID personId, @PathVariable UUID duplicateId, Caller caller) {
        readable.requireOwn(personId, caller);
        commands.sendAndWait(new UndoMerge(personId, duplicateId, caller.requireUnit(), caller.staffId()));
    }
}
