package eu.lethe.cases.referral;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.lethe.cases.casefile.FilesOnRecord;
import eu.lethe.cases.referral.ReferralCommand.NoteAnswer;
import eu.lethe.cases.referral.ReferralCommand.ReferPerson;
import eu.lethe.contracts.events.cases.ReferralEvent.ReferralAnswered;
import eu.lethe.contracts.events.cases.ReferralEvent.ReferralMade;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.SealingContext;
import eu.lethe.platform.eventstore.EventSourced;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.sealing.Sealer;
import eu.lethe.platform.time.BusinessClock;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Understands a referral: made on a day, asked after on another, answered until it is settled. */
@EventSourced
final class Referral {

    private static final int OLDEST_YEARS = 50;

    @AggregateIdentifier
    private UUID id;

    private UUID file;
    private UUID person;
    private LocalDate madeOn;

    @SuppressWarnings("NullAway.Init") // the first event names the referral
    Referral() {}

    @CommandHandler
    @SuppressWarnings("NullAway.Init") // applying the event names the referral
    Referral(ReferPerson refer, FilesOnRecord files, Sealer sealer, BusinessClock clock) {
        files.requireWritable(refer.fileId(), refer.unit());
        requirePlausible(refer.date(), clock.today());
        requireAfter(refer.followUpOn(), refer.date());
        apply(new ReferralMade(
                refer.fileId(),
                refer.personId(),
                refer.referralId(),
                refer.recipient(),
                refer.purpose(),
                refer.consentId(),
                refer.compartments(),
                sealer.seal(
                        refer.personId(),
                        Compartment.NARRATIVE,
                        new SealingContext(refer.referralId(), "letter"),
                        refer.letter()),
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
        files.requireWritable(file, note.unit());
        if (note.answeredOn().isAfter(clock.today())) {
            throw Problem.invalid("/answeredOn", "future");
        }
        if (note.answeredOn().isBefore(madeOn)) {
            throw Problem.invalid("/answeredOn", "past");
        }
        requireAfter(note.followUpOn(), note.answeredOn());
        apply(new ReferralAnswered(
                file,
                person,
                id,
                note.answerId(),
                note.outcome(),
                note.answer() == null
                        ? null
                        : sealer.seal(
                                person,
                                Compartment.NARRATIVE,
                                new SealingContext(note.answerId(), "answer"),
                                note.answer()),
                note.answeredOn(),
                note.followUpOn(),
                note.author(),
                clock.now()));
    }

    private static void requirePlausible(LocalDate date, LocalDate today) {
        if (date.isAfter(today)) {
            throw Problem.invalid("/date", "future");
        }
        if (date.isBefore(today.minusYears(OLDEST_YEARS))) {
            throw Problem.invalid("/date", "past");
        }
    }

    private static void requireAfter(@Nullable LocalDate followUpOn, LocalDate day) {
        if (followUpOn != null && followUpOn.isBefore(day)) {
            throw Problem.invalid("/followUpOn", "past");
        }
    }

    @EventSourcingHandler
    void on(ReferralMade made) {
        id = made.referralId();
        file = made.fileId();
        person = made.personId();
        madeOn = made.date();
    }

    @EventSourcingHandler
    void on(ReferralAnswered answered) {
        id = answered.referralId();
        file = answered.fileId();
        person = answered.personId();
    }
}
