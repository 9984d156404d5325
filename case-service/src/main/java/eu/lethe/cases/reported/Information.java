package eu.lethe.cases.reported;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import eu.lethe.cases.reported.Decided.Review;
import eu.lethe.cases.reported.Decided.Silence;
import eu.lethe.cases.reported.Decided.Telling;
import eu.lethe.cases.reported.InformationCommand.DismissInformation;
import eu.lethe.cases.reported.InformationCommand.EraseInformation;
import eu.lethe.cases.reported.InformationCommand.ExceptFromNotice;
import eu.lethe.cases.reported.InformationCommand.GiveNotice;
import eu.lethe.cases.reported.InformationCommand.KeepInformation;
import eu.lethe.cases.reported.InformationCommand.MoveInformation;
import eu.lethe.cases.reported.InformationCommand.ReceiveInformation;
import eu.lethe.cases.resealing.ResealedRecords;
import eu.lethe.contracts.events.cases.InformationSource;
import eu.lethe.contracts.events.cases.Reported;
import eu.lethe.contracts.events.cases.ThirdPartyEvent;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.InformationDismissed;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.InformationErased;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.InformationKept;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.InformationMoved;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.InformationReceived;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.NoticeExcepted;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.NoticeGiven;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.platform.access.Refusals;
import eu.lethe.platform.eventstore.EventSourced;
import eu.lethe.platform.eventstore.PruningQueue;
import eu.lethe.platform.problem.Problem;
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
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Understands what may become of information that a third party reported: told to the person, reviewed, dismissed, erased. */
@EventSourced
final class Information {

    @AggregateIdentifier
    private UUID id;

    private UUID file;
    private UUID person;
    private @Nullable UUID source;

    /** Null once it was pruned. */
    private @Nullable Receipt receipt;

    private @Nullable Telling telling;
    private @Nullable Silence silence;
    private List<Review> reviews = new ArrayList<>();
    private boolean dismissed;
    private @Nullable UUID erasedBy;
    private @Nullable LocalDate erasedOn;

    /** What was reported, and by when the person was to be told. */
    private record Receipt(
            LocalDate receivedOn,
            Sealed<Sealed<Reported>> said,
            Sealed<InformationSource> source,
            LocalDate noticeDueOn,
            UUID author,
            Instant at) {}

    @SuppressWarnings("NullAway.Init") // the first event names the information
    Information() {}

    @SuppressWarnings("NullAway.Init") // applying the event names the information
    Information(ReceiveInformation received, Sealer sealer, BusinessClock clock) {
        PlausibleDay.require("/receivedOn", received.receivedOn(), clock.today());
        var information = received.informationId();
        var forTheSource = sealer.seal(received.sourceId(), ThirdPartyEvent.REPORTED, information, received.said());
        apply(new InformationReceived(
                received.fileId(),
                received.personId(),
                information,
                received.sourceId(),
                received.unit(),
                received.receivedOn(),
                sealer.seal(received.personId(), ThirdPartyEvent.SAID, information, Clear.of(forTheSource)),
                sealer.seal(received.sourceId(), ThirdPartyEvent.SOURCE, information, received.source()),
                NoticePeriod.endsOn(received.receivedOn()),
                received.author(),
                clock.now()));
    }

    @CommandHandler
    void handle(GiveNotice notice, BusinessClock clock) {
        requireThere();
        if (telling != null) {
            throw Problem.of(HttpStatus.CONFLICT, "notice-settled");
        }
        PlausibleDay.require("/on", notice.on(), clock.today());
        PlausibleDay.requireNotBefore("/on", notice.on(), "received", receipt == null ? null : receipt.receivedOn());
        apply(new NoticeGiven(file, person, id, notice.on(), notice.author(), clock.now()));
    }

    @CommandHandler
    void handle(ExceptFromNotice exception, Sealer sealer, BusinessClock clock) {
        requireThere();
        if (telling != null || silence != null) {
            throw Problem.of(HttpStatus.CONFLICT, "notice-settled");
        }
        apply(new NoticeExcepted(
                file,
                person,
                id,
                exception.reason(),
                sealer.seal(person, ThirdPartyEvent.REASON_TEXT, id, exception.reasonText()),
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
                sealer.sealAny(person, ThirdPartyEvent.REASON_TEXT, reviewId, kept.reasonText()),
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
                sealer.sealAny(person, ThirdPartyEvent.REASON_TEXT, reviewId, unfounded.reasonText()),
                clock.today(),
                unfounded.author(),
                clock.now()));
    }

    /**
     * Only the outer seal is made anew: nobody opens what the source's key closes. What was decided keeps its days and authors;
     * a reason that has lost its key is left behind.
     */
    @CommandHandler
    void handle(
            MoveInformation move,
            ResealedRecords resealed,
            PruningQueue pruning,
            Sources sources,
            BusinessClock clock) {
        if (receipt == null
                || source == null
                || erasedBy != null
                || move.fileId().equals(file)) {
            return;
        }
        var said = resealed.under(move.personId(), ThirdPartyEvent.SAID, id, receipt.said());
        if (said.isEmpty()) {
            return;
        }
        var arrived = arrived(move, source, receipt, said.get(), clock.now());
        var decided = Decided.again(move, id, source, silence, telling, reviews, resealed);
        pruning.orderUpTo(id, getVersion());
        sources.moved(id, move.fileId());
        apply(arrived);
        decided.forEach(AggregateLifecycle::apply);
    }

    private InformationMoved arrived(
            MoveInformation move, UUID from, Receipt was, Sealed<Sealed<Reported>> said, Instant now) {
        return new InformationMoved(
                move.fileId(),
                move.personId(),
                id,
                file,
                from,
                move.unit(),
                was.receivedOn(),
                said,
                was.source(),
                was.noticeDueOn(),
                was.author(),
                was.at(),
                move.author(),
                now);
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

    /** After pruning, any of them may be the first event there is. */
    @EventSourcingHandler
    void on(ThirdPartyEvent event) {
        id = event.informationId();
        file = event.fileId();
        person = event.personId();
        switch (event) {
            case InformationReceived received -> {
                source = received.sourceId();
                receipt = new Receipt(
                        received.receivedOn(),
                        received.said(),
                        received.source(),
                        received.noticeDueOn(),
                        received.author(),
                        received.at());
            }
            case InformationMoved moved -> {
                source = moved.sourceId();
                receipt = new Receipt(
                        moved.receivedOn(),
                        moved.said(),
                        moved.source(),
                        moved.noticeDueOn(),
                        moved.author(),
                        moved.receivedAt());
                telling = null;
                silence = null;
                reviews.clear();
                dismissed = false;
            }
            case NoticeGiven given -> telling = new Telling(given.on(), given.author(), given.at());
            case NoticeExcepted excepted ->
                silence = new Silence(excepted.reason(), excepted.reasonText(), excepted.author(), excepted.at());
            case InformationKept kept ->
                reviews.add(new Review(
                        kept.reviewId(),
                        kept.reasonText(),
                        kept.reviewedOn(),
                        kept.nextReviewOn(),
                        kept.author(),
                        kept.at()));
            case InformationDismissed unfounded -> {
                source = unfounded.sourceId();
                dismissed = true;
                reviews.add(new Review(
                        unfounded.reviewId(),
                        unfounded.reasonText(),
                        unfounded.dismissedOn(),
                        null,
                        unfounded.author(),
                        unfounded.at()));
            }
            case InformationErased erased -> {
                erasedBy = erased.erasureId();
                erasedOn = erasedOn == null ? erased.erasedOn() : erasedOn;
            }
        }
    }
}
