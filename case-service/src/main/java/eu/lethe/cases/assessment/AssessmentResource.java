package eu.lethe.cases.assessment;

import eu.lethe.cases.RecordingTimes;
import eu.lethe.cases.assessment.AssessmentCommand.RewriteAssessment;
import eu.lethe.cases.assessment.AssessmentCommand.WriteAssessment;
import eu.lethe.cases.casefile.CaseFiles;
import eu.lethe.cases.casefile.ReadableFiles;
import eu.lethe.cases.person.AfterBirth;
import eu.lethe.cases.person.Duplicates;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.eventstore.ReadYourWrites;
import eu.lethe.platform.once.Claim;
import eu.lethe.platform.once.SendingKey;
import eu.lethe.platform.once.SentOnce;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.sealing.Clear;
import eu.lethe.platform.sealing.KeyLeases.Current;
import eu.lethe.platform.sealing.LeasedKeys;
import eu.lethe.platform.security.Caller;
import jakarta.validation.Valid;
import java.util.Comparator;
import java.util.List;
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

/** Writing assessments, writing them anew, and reading them. */
@RestController
@RequestMapping("/api/cases/files/{fileId}/assessments")
class AssessmentResource {

    record Items(List<AssessmentView> items) {}

    record Written(UUID assessmentId, UUID revisionId) {}

    record Rewritten(UUID revisionId) {}

    private final CommandGateway commands;
    private final ReadableFiles readable;
    private final Duplicates duplicates;
    private final AfterBirth afterBirth;
    private final Assessments assessments;
    private final OpenedAssessments opened;
    private final LeasedKeys keys;
    private final RecordingTimes recorded;
    private final SentOnce once;

    AssessmentResource(
            CommandGateway commands,
            ReadableFiles readable,
            Duplicates duplicates,
            AfterBirth afterBirth,
            Assessments assessments,
            OpenedAssessments opened,
            LeasedKeys keys,
            RecordingTimes recorded,
            SentOnce once) {
        this.commands = commands;
        this.readable = readable;
        this.duplicates = duplicates;
        this.afterBirth = afterBirth;
        this.assessments = assessments;
        this.opened = opened;
        this.keys = keys;
        this.recorded = recorded;
        this.once = once;
    }

    /** What is in force in the file. */
    @GetMapping
    Items assessments(@PathVariable UUID fileId, Caller caller) {
        var admission = readable.requireOpening(fileId, caller, "file", Compartment.NARRATIVE);
        return new Items(duplicates.fileIds(fileId).stream()
                .flatMap(id -> opened.inForce(id, admission).stream())
                .sorted(Comparator.comparing(AssessmentView::date).reversed())
                .toList());
    }

    /** Writes one. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Written write(
            @PathVariable UUID fileId,
            @Valid @RequestBody AssessmentRequest request,
            SendingKey sending,
            Caller caller) {
        var file = readable.requireOwn(fileId, caller);
        return once.record(sending, request, Written.class, claim -> write(file, request, claim, caller));
    }

    private Written write(CaseFiles.Row file, AssessmentRequest request, Claim claim, Caller caller) {
        var author = caller.staffId();
        afterBirth.require("/date", request.date(), file.personId(), caller);
        leaseAhead(file.personId());
        return recorded.time("assessment", () -> {
            var assessmentId = UUID.randomUUID();
            var revisionId = UUID.randomUUID();
            var answer = claim.answering(new Written(assessmentId, revisionId), file.personId());
            commands.sendAndWait(new WriteAssessment(
                    assessmentId,
                    file.fileId(),
                    file.personId(),
                    file.unit(),
                    revisionId,
                    request.date(),
                    Clear.of(request.assessment()),
                    author));
            ReadYourWrites.await(() -> assessments.hasRevision(revisionId));
            return answer;
        });
    }

    /** Writes it anew, unless somebody else did meanwhile. */
    @PutMapping("/{assessmentId}")
    Rewritten rewrite(
            @PathVariable UUID fileId,
            @PathVariable UUID assessmentId,
            @Valid @RequestBody AssessmentRequest request,
            Caller caller) {
        var author = caller.staffId();
        var file = readable.requireOwn(fileId, caller);
        var read = request.revisionId();
        if (read == null) {
            throw Problem.invalid("/revisionId", "required");
        }
        var place = assessments
                .placeOf(assessmentId)
                .filter(where -> duplicates.fileIds(fileId).contains(where.fileId()))
                .orElseThrow(Problem::notFound);
        afterBirth.require("/date", request.date(), place.personId(), caller);
        leaseAhead(place.personId());
        return recorded.time("assessment", () -> {
            var revisionId = UUID.randomUUID();
            commands.sendAndWait(new RewriteAssessment(
                    assessmentId,
                    place.fileId(),
                    file.unit(),
                    read,
                    revisionId,
                    request.date(),
                    Clear.of(request.assessment()),
                    author));
            ReadYourWrites.await(() -> assessments.hasRevision(revisionId));
            return new Rewritten(revisionId);
        });
    }

    /** Every wording, oldest first. */
    @GetMapping("/{assessmentId}/revisions")
    Items revisions(@PathVariable UUID fileId, @PathVariable UUID assessmentId, Caller caller) {
        var admission = readable.requireOpening(fileId, caller, "correction", Compartment.NARRATIVE);
        var revisions = duplicates.fileIds(fileId).stream()
                .flatMap(id -> opened.revisions(id, assessmentId, admission).stream())
                .toList();
        if (revisions.isEmpty()) {
            throw Problem.notFound();
        }
        return new Items(revisions);
    }

    /** Asks for the key before a database transaction waits for it. */
    private void leaseAhead(UUID personId) {
        keys.prefetchCurrent(List.of(new Current(personId, Compartment.NARRATIVE)));
    }
}
