package eu.lethe.cases.reported;

import eu.lethe.cases.reported.InformationCommand.MoveInformation;
import eu.lethe.cases.resealing.ResealedRecords;
import eu.lethe.contracts.events.cases.ThirdPartyEvent;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.InformationDismissed;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.InformationKept;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.NoticeExcepted;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.NoticeGiven;
import eu.lethe.contracts.sealing.Sealed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Understands what was decided about information, and how it is said again in the file that it moved to. */
final class Decided {

    /** That the person was told. */
    record Telling(LocalDate on, UUID author, Instant at) {}

    /** Why the person is not told. */
    record Silence(String reason, Sealed<String> text, UUID author, Instant at) {}

    /**
     * What a review came to.
     *
     * @param nextOn when it is to be reviewed again; absent once it proved unfounded
     */
    record Review(
            UUID reviewId,
            @Nullable Sealed<String> reason,
            LocalDate on,
            @Nullable LocalDate nextOn,
            UUID author,
            Instant at) {}

    private Decided() {}

    /** The events that say it again, with their days and authors; a reason that has lost its key is left behind. */
    static List<ThirdPartyEvent> again(
            MoveInformation move,
            UUID id,
            UUID from,
            @Nullable Silence silence,
            @Nullable Telling telling,
            List<Review> reviews,
            ResealedRecords resealed) {
        var there = move.fileId();
        var kept = move.personId();
        var decided = new ArrayList<ThirdPartyEvent>();
        if (silence != null) {
            var why = silence;
            resealed.under(kept, ThirdPartyEvent.REASON_TEXT, id, why.text())
                    .ifPresent(text -> decided.add(
                            new NoticeExcepted(there, kept, id, why.reason(), text, why.author(), why.at())));
        }
        if (telling != null) {
            decided.add(new NoticeGiven(there, kept, id, telling.on(), telling.author(), telling.at()));
        }
        for (var review : reviews) {
            var reason = resealed.under(kept, ThirdPartyEvent.REASON_TEXT, review.reviewId(), review.reason())
                    .orElse(null);
            decided.add(
                    review.nextOn() == null
                            ? new InformationDismissed(
                                    there,
                                    kept,
                                    id,
                                    from,
                                    review.reviewId(),
                                    reason,
                                    review.on(),
                                    review.author(),
                                    review.at())
                            : new InformationKept(
                                    there,
                                    kept,
                                    id,
                                    review.reviewId(),
                                    reason,
                                    review.on(),
                                    review.nextOn(),
                                    review.author(),
                                    review.at()));
        }
        return decided;
    }
}
