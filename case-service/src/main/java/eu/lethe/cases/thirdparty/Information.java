package eu.lethe.cases.thirdparty;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.lethe.cases.thirdparty.InformationCommand.DismissInformation;
import eu.lethe.cases.thirdparty.InformationCommand.EraseInformation;
import eu.lethe.cases.thirdparty.InformationCommand.ExceptFromNotice;
import eu.lethe.cases.thirdparty.InformationCommand.GiveNotice;
import eu.lethe.cases.thirdparty.InformationCommand.KeepInformation;
import eu.lethe.cases.thirdparty.InformationCommand.ReceiveInformation;
import eu.lethe.contracts.events.cases.ThirdPartyEvent;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.InformationDismissed;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.InformationErased;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.InformationKept;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.InformationReceived;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.NoticeExcepted;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.NoticeGiven;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.contracts.sealing.SealingContext;
import eu.lethe.platform.eventstore.EventSourced;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.reading.Refusals;
import eu.lethe.platform.sealing.Clear;
import eu.lethe.platform.sealing.Sealer;
import eu.lethe.platform.time.BusinessClock;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Understands what may become of information that a third party reported: told to the person, reviewed, dismissed, erased. */
@EventSourced
final class Information {

    private static final int OLDEST_YEARS = 50;

    @AggregateIdentifier
    private UUID id;

    private UUID file;
    private UUID person;
    private @Nullable UUID source;
    private @Nullable LocalDate receivedOn;
    private boolean told;
    private boolean excepted;
    private boolean dismissed;
    private @Nullable UUID erasedBy;
    private @Nullable LocalDate erasedOn;

    @SuppressWarnings("NullAway.Init") // the first event names the information
    Information() {}

    @SuppressWarnings("NullAway.Init") // applying the event names the information
    Information(ReceiveInformation received, Sealer sealer, BusinessClock clock) {
        requirePlausible(received.receivedOn(), clock.today());
        var information = received.informationId();
        var said = new SealingContext(information, "said");
        var forTheSource = sealer.seal(received.sourceId(), Compartment.THIRD_PARTY, said, received.said());
        apply(new InformationReceived(
                received.fileId(),
                received.personId(),
                information,
                received.sourceId(),
                received.unit(),
                received.receivedOn(),
                sealer.seal(received.personId(), Compartment.THIRD_PARTY, said, Clear.of(forTheSource)),
                sealer.seal(
                        received.sourceId(),
                        Compartment.THIRD_PARTY,
                        new SealingContext(information, "source"),
                        received.source()),
                NoticePeriod.endsOn(received.receivedOn()),
                received.author(),
                clock.now()));
    }

    @CommandHandler
    void handle(GiveNotice notice, BusinessClock clock) {
        requireThere();
        if (told) {
            throw Problem.of(HttpStatus.CONFLICT, "notice-settled");
        }
        if (notice.on().isAfter(clock.today())) {
            throw Problem.invalid("/on", "future");
        }
        if (receivedOn != null && notice.on().isBefore(receivedOn)) {
            throw Problem.invalid("/on", "past");
        }
        apply(new NoticeGiven(file, person, id, notice.on(), notice.author(), clock.now()));
    }

    @CommandHandler
    void handle(ExceptFromNotice exception, Sealer sealer, BusinessClock clock) {
        requireThere();
        if (told || excepted) {
            throw Problem.of(HttpStatus.CONFLICT, "notice-settled");
        }
        apply(new NoticeExcepted(
                file,
                person,
                id,
                exception.reason(),
                reason(sealer, id, exception.reasonText()),
                exception.author(),
                clock.now()));
    }

    @CommandHandler
    void handle(KeepInformation kept, Sealer sealer, BusinessClock clock, ReviewRule review) {
        requireUndecided();
        var reviewId = UUID.randomUUID();
        apply(new InformationKept(
                file,
                person,
                id,
                reviewId,
                reasonIfAny(sealer, reviewId, kept.reasonText()),
                clock.today(),
                review.nextAfter(clock.today()),
                kept.author(),
                clock.now()));
    }

    @CommandHandler
    void handle(DismissInformation unfounded, Sealer sealer, BusinessClock clock) {
        requireUndecided();
        if (source == null) {
            throw Problem.notFound();
        }
        var reviewId = UUID.randomUUID();
        apply(new InformationDismissed(
                file,
                person,
                id,
                source,
                reviewId,
                reasonIfAny(sealer, reviewId, unfounded.reasonText()),
                clock.today(),
                unfounded.author(),
                clock.now()));
    }

    /** Another erasure may find that nothing is left: it is told so, since it waits for the answer. */
    @CommandHandler
    void handle(EraseInformation erase, BusinessClock clock) {
        if (!erase.erasureId().equals(erasedBy)) {
            apply(new InformationErased(file, person, id, erase.erasureId(), erase.erasedOn(), clock.now()));
        }
    }

    private void requireThere() {
        if (erasedBy != null && erasedOn != null) {
            throw Refusals.erased(erasedBy, erasedOn, null);
        }
    }

    private void requireUndecided() {
        requireThere();
        if (dismissed) {
            throw Problem.of(HttpStatus.CONFLICT, "information-dismissed");
        }
    }

    private static void requirePlausible(LocalDate receivedOn, LocalDate today) {
        if (receivedOn.isAfter(today)) {
            throw Problem.invalid("/receivedOn", "future");
        }
        if (receivedOn.isBefore(today.minusYears(OLDEST_YEARS))) {
            throw Problem.invalid("/receivedOn", "past");
        }
    }

    private Sealed<String> reason(Sealer sealer, UUID recordId, Clear<String> text) {
        return sealer.seal(person, Compartment.RIGHTS, new SealingContext(recordId, "reasonText"), text);
    }

    private @Nullable Sealed<String> reasonIfAny(Sealer sealer, UUID recordId, @Nullable Clear<String> text) {
        return text == null ? null : reason(sealer, recordId, text);
    }

    /** After pruning, any of them may be the first event there is. */
    @EventSourcingHandler
    void on(ThirdPartyEvent event) {
        id = event.informationId();
        file = event.fileId();
        person = event.personId();
        switch (event) {
            case InformationReceived received -> {
                source = received.sourceId();
                receivedOn = received.receivedOn();
            }
            case NoticeGiven _ -> told = true;
            case NoticeExcepted _ -> excepted = true;
            case InformationKept _ -> {
                // it stays as it is
            }
            case InformationDismissed unfounded -> {
                source = unfounded.sourceId();
                dismissed = true;
            }
            case InformationErased erased -> {
                erasedBy = erased.erasureId();
                erasedOn = erasedOn == null ? erased.erasedOn() : erasedOn;
            }
        }
    }
}
