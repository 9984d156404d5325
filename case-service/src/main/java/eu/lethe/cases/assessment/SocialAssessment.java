package eu.lethe.cases.assessment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import eu.lethe.cases.assessment.AssessmentCommand.MoveAssessment;
import eu.lethe.cases.assessment.AssessmentCommand.RewriteAssessment;
import eu.lethe.cases.assessment.AssessmentCommand.WriteAssessment;
import eu.lethe.cases.casefile.FilesOnRecord;
import eu.lethe.cases.resealing.ResealedRecords;
import eu.lethe.contracts.events.cases.Assessment;
import eu.lethe.contracts.events.cases.AssessmentEvent;
import eu.lethe.contracts.events.cases.AssessmentEvent.AssessmentMoved;
import eu.lethe.contracts.events.cases.AssessmentEvent.AssessmentWritten;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.platform.eventstore.EventSourced;
import eu.lethe.platform.eventstore.PruningQueue;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.problem.ReadRevision;
import eu.lethe.platform.sealing.Clear;
import eu.lethe.platform.sealing.Sealer;
import eu.lethe.platform.time.BusinessClock;
import eu.lethe.platform.time.PlausibleDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;

/** Understands how an assessment is written and written anew, so that nobody's wording is lost. */
@EventSourced
final class SocialAssessment {

    @AggregateIdentifier
    private UUID id;

    private UUID file;
    private UUID person;
    private UUID inForce;

    /** Every wording that was not pruned, oldest first. */
    private List<Wording> wordings = new ArrayList<>();

    /** What was written, and when. */
    private record Wording(UUID revisionId, LocalDate date, Sealed<Assessment> assessment, UUID author, Instant at) {}

    @SuppressWarnings("NullAway.Init") // the first event names the assessment
    SocialAssessment() {}

    @CommandHandler
    @SuppressWarnings("NullAway.Init") // applying the event names the assessment
    SocialAssessment(WriteAssessment write, FilesOnRecord files, Sealer sealer, BusinessClock clock) {
        files.requireWritable(write.fileId(), write.unit());
        written(
                write.fileId(),
                write.personId(),
                write.assessmentId(),
                write.revisionId(),
                write.date(),
                write.assessment(),
                write.author(),
                sealer,
                clock);
    }

    @CommandHandler
    void handle(RewriteAssessment rewrite, FilesOnRecord files, Sealer sealer, BusinessClock clock) {
        if (!rewrite.fileId().equals(file)) {
            throw Problem.notFound();
        }
        files.requireWritable(file, rewrite.unit());
        ReadRevision.require(rewrite.read(), inForce);
        written(
                file,
                person,
                id,
                rewrite.revisionId(),
                rewrite.date(),
                rewrite.assessment(),
                rewrite.author(),
                sealer,
                clock);
    }

    /** Wordings keep their ids, days and authors; what has lost its key is left behind. */
    @CommandHandler
    void handle(MoveAssessment move, ResealedRecords resealed, PruningQueue pruning, BusinessClock clock) {
        if (move.fileId().equals(file)) {
            return;
        }
        var anew = wordings.stream()
                .flatMap(wording -> resealed
                        .under(move.personId(), AssessmentEvent.ASSESSMENT, wording.revisionId(), wording.assessment())
                        .map(text -> new AssessmentWritten(
                                move.fileId(),
                                move.personId(),
                                id,
                                wording.revisionId(),
                                wording.date(),
                                text,
                                wording.author(),
                                wording.at()))
                        .stream())
                .toList();
        if (!anew.isEmpty()) {
            pruning.orderUpTo(id, getVersion());
            apply(new AssessmentMoved(move.fileId(), move.personId(), id, file, move.author(), clock.now()));
            anew.forEach(AggregateLifecycle::apply);
        }
    }

    private static void written(
            UUID file,
            UUID person,
            UUID assessment,
            UUID revision,
            LocalDate date,
            Clear<Assessment> text,
            UUID author,
            Sealer sealer,
            BusinessClock clock) {
        PlausibleDay.require("/date", date, clock.today());
        apply(new AssessmentWritten(
                file,
                person,
                assessment,
                revision,
                date,
                sealer.seal(person, AssessmentEvent.ASSESSMENT, revision, text),
                author,
                clock.now()));
    }

    @EventSourcingHandler
    void on(AssessmentWritten written) {
        id = written.assessmentId();
        file = written.fileId();
        person = written.personId();
        inForce = written.revisionId();
        wordings.add(new Wording(
                written.revisionId(), written.date(), written.assessment(), written.author(), written.at()));
    }

    @EventSourcingHandler
    void on(AssessmentMoved moved) {
        id = moved.assessmentId();
        file = moved.fileId();
        person = moved.personId();
        wordings.clear();
    }
}
