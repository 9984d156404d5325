package eu.lethe.cases.referral;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import eu.lethe.cases.casefile.FilesOnRecord;
import eu.lethe.cases.referral.ReferralCommand.MoveReferral;
import eu.lethe.cases.referral.ReferralCommand.NoteAnswer;
import eu.lethe.cases.referral.ReferralCommand.ReferPerson;
import eu.lethe.cases.resealing.ResealedRecords;
import eu.lethe.contracts.events.cases.ReferralEvent;
import eu.lethe.contracts.events.cases.ReferralEvent.ReferralAnswered;
import eu.lethe.contracts.events.cases.ReferralEvent.ReferralMade;
import eu.lethe.contracts.events.cases.ReferralEvent.ReferralMoved;
import eu.lethe.contracts.events.cases.ReferralLetter;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.platform.eventstore.EventSourced;
import eu.lethe.platform.eventstore.PruningQueue;
import eu.lethe.platform.problem.Problem;
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
import org.jspecify.annotations.Nullable;

/** Understands a referral: made on a day, asked after on another, answered until it is settled. */
@EventSourced
final class Referral {

    @AggregateIdentifier
    private UUID id;

    private UUID file;
    private UUID person;

    /** Null once it was pruned. */
    private @Nullable Making making;

    private List<Answer> answers = new ArrayList<>();

    /** Whom the person was referred to, why, and how. */
    private record Making(
            String recipient,
            @Nullable String purpose,
            @Nullable UUID consentId,
            List<Compartment> compartments,
            Sealed<ReferralLetter> letter,
            LocalDate date,
            LocalDate followUpOn,
            UUID author,
            Instant at) {}

    /** What came back. */
    private record Answer(
            UUID answerId,
            String outcome,
            @Nullable Sealed<String> answer,
            LocalDate answeredOn,
            @Nullable LocalDate followUpOn,
            UUID author,
            Instant at) {}

    @SuppressWarnings("NullAway.Init") // the first event names the referral
    Referral() {}

    @CommandHandler
    @SuppressWarnings("NullAway.Init") // applying the event names the referral
    Referral(ReferPerson refer, FilesOnRecord files, Sealer sealer, BusinessClock clock) {
        files.requireWritable(refer.fileId(), refer.unit());
        PlausibleDay.require("/date", refer.date(), clock.today());
        requireAfter(refer.followUpOn(), "referral", refer.date());
        apply(new ReferralMade(
                refer.fileId(),
                refer.personId(),
                refer.referralId(),
                refer.recipient(),
                refer.purpose(),
                refer.consentId(),
                refer.compartments(),
                sealer.seal(refer.personId(), ReferralEvent.LETTER, refer.referralId(), refer.letter()),
                refer.date(),
                refer.followUpOn(),
                refer.author(),
                clock.now()));
    }

    @CommandHandler
    void handle(NoteAnswer note, FilesOnRecord files, Sealer sealer, BusinessClock clock) {
        if (!note.fileId().equals(file)) {
            throw Problem.notFound();
        }
        // also in a closed file: what is still awaited there is settled without letting the support go on
        files.requireOfUnit(file, note.unit());
        PlausibleDay.require("/answeredOn", note.answeredOn(), clock.today());
        PlausibleDay.requireNotBefore(
                "/answeredOn", note.answeredOn(), "referral", making == null ? null : making.date());
        requireAfter(note.followUpOn(), "answer", note.answeredOn());
        apply(new ReferralAnswered(
                file,
                person,
                id,
                note.answerId(),
                note.outcome(),
                sealer.sealAny(person, ReferralEvent.ANSWER, note.answerId(), note.answer()),
                note.answeredOn(),
                note.followUpOn(),
                note.author(),
                clock.now()));
    }

    /** Letter and answers keep their ids, days and authors; an answer that has lost its key is said without its words. */
    @CommandHandler
    void handle(MoveReferral move, ResealedRecords resealed, PruningQueue pruning, BusinessClock clock) {
        if (making == null || move.fileId().equals(file)) {
            return;
        }
        var letter = resealed.under(move.personId(), ReferralEvent.LETTER, id, making.letter());
        if (letter.isEmpty()) {
            return;
        }
        var made = made(move, making, letter.get());
        var answered =
                answers.stream().map(answer -> answered(move, answer, resealed)).toList();
        pruning.orderUpTo(id, getVersion());
        apply(new ReferralMoved(move.fileId(), move.personId(), id, file, move.author(), clock.now()));
        apply(made);
        answered.forEach(AggregateLifecycle::apply);
    }

    private static ReferralMade made(MoveReferral move, Making making, Sealed<ReferralLetter> letter) {
        return new ReferralMade(
                move.fileId(),
                move.personId(),
                move.referralId(),
                making.recipient(),
                making.purpose(),
                making.consentId(),
                making.compartments(),
                letter,
                making.date(),
                making.followUpOn(),
                making.author(),
                making.at());
    }

    private static ReferralAnswered answered(MoveReferral move, Answer answer, ResealedRecords resealed) {
        return new ReferralAnswered(
                move.fileId(),
                move.personId(),
                move.referralId(),
                answer.answerId(),
                answer.outcome(),
                resealed.under(move.personId(), ReferralEvent.ANSWER, answer.answerId(), answer.answer())
                        .orElse(null),
                answer.answeredOn(),
                answer.followUpOn(),
                answer.author(),
                answer.at());
    }

    private static void requireAfter(@Nullable LocalDate followUpOn, String what, LocalDate day) {
        if (followUpOn != null) {
            PlausibleDay.requireNotBefore("/followUpOn", followUpOn, what, day);
        }
    }

    @EventSourcingHandler
    void on(ReferralMade made) {
        id = made.referralId();
        file = made.fileId();
        person = made.personId();
        making = new Making(
                made.recipient(),
                made.purpose(),
                made.consentId(),
                made.compartments(),
                made.letter(),
                made.date(),
                made.followUpOn(),
                made.author(),
                made.at());
    }

    @EventSourcingHandler
    void on(ReferralAnswered answered) {
        id = answered.referralId();
        file = answered.fileId();
        person = answered.personId();
        answers.add(new Answer(
                answered.answerId(),
                answered.outcome(),
                answered.answer(),
                answered.answeredOn(),
                answered.followUpOn(),
                answered.author(),
                answered.at()));
    }

    @EventSourcingHandler
    void on(ReferralMoved moved) {
        id = moved.referralId();
        file = moved.fileId();
        person = moved.personId();
        making = null;
        answers.clear();
    }
}
