package eu.lethe.contracts.events.cases;

import com.fasterxml.jackson.annotation.JsonIgnore;
import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.contracts.sealing.SealedField;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happens to information that a third party reported about a person (GDPR 14). The source is a subject of its own, born
 * with keys for this one piece of information: what was said is sealed under the source's key and then under the person's, so
 * that it goes with either; who said it, under the source's alone.
 */
public sealed interface ThirdPartyEvent extends DomainEvent {

    /** What was said, within the seal of the source's key. */
    SealedField<Reported> REPORTED = new SealedField<>("said", Compartment.THIRD_PARTY, Reported.class);

    /** The same, within the seal of the person's key. */
    SealedField<Sealed<Reported>> SAID = REPORTED.twice();

    /** Who said it. */
    SealedField<InformationSource> SOURCE =
            new SealedField<>("source", Compartment.THIRD_PARTY, InformationSource.class);

    /** Why, in words. */
    SealedField<String> REASON_TEXT = new SealedField<>("reasonText", Compartment.RIGHTS, String.class);

    /** The file it is in. */
    UUID fileId();

    /** The person it is about. */
    UUID personId();

    /** The information. */
    UUID informationId();

    @Override
    @JsonIgnore
    default UUID subject() {
        return fileId();
    }

    /**
     * Somebody reported something.
     *
     * @param sourceId the source as a subject of keys
     * @param said twice sealed, under {@code third-party} of the source, then of the person; both with context
     *     {@code <informationId>#said}
     * @param source under {@code third-party} of the source; context {@code <informationId>#source}
     * @param noticeDueOn the day by which the person is to be told (GDPR 14(3)(a): one month)
     */
    record InformationReceived(
            UUID fileId,
            UUID personId,
            UUID informationId,
            UUID sourceId,
            String unit,
            LocalDate receivedOn,
            Sealed<Sealed<Reported>> said,
            Sealed<InformationSource> source,
            LocalDate noticeDueOn,
            UUID author,
            Instant at)
            implements ThirdPartyEvent {}

    /**
     * The person had two records, and the merge of them is settled: what was reported lies in the kept file from now on, and is
     * not counted again. What was decided about it follows; what was written before this event is deleted. The source is the
     * same, and so is the seal that its key closes.
     *
     * @param formerFileId where it was
     * @param unit the kept file's
     * @param said as in {@link InformationReceived}, the outer seal anew under {@code third-party} of the kept person
     * @param source as it was
     * @param author who wrote it down
     * @param receivedAt when they did
     * @param movedBy who merged the records
     */
    record InformationMoved(
            UUID fileId,
            UUID personId,
            UUID informationId,
            UUID formerFileId,
            UUID sourceId,
            String unit,
            LocalDate receivedOn,
            Sealed<Sealed<Reported>> said,
            Sealed<InformationSource> source,
            LocalDate noticeDueOn,
            UUID author,
            Instant receivedAt,
            UUID movedBy,
            Instant at)
            implements ThirdPartyEvent {}

    /** The person was told that, and what, was reported about them. */
    record NoticeGiven(UUID fileId, UUID personId, UUID informationId, LocalDate on, UUID author, Instant at)
            implements ThirdPartyEvent {}

    /**
     * The person is not told, for a reason that the law knows (GDPR 14(5), 23).
     *
     * @param reason {@code child-in-danger}, {@code adult-at-risk}, {@code secrecy} or {@code already-known}
     * @param reasonText under {@code rights}; context {@code <informationId>#reasonText}
     */
    record NoticeExcepted(
            UUID fileId,
            UUID personId,
            UUID informationId,
            String reason,
            Sealed<String> reasonText,
            UUID author,
            Instant at)
            implements ThirdPartyEvent {}

    /**
     * A worker reviewed the information, and it is kept.
     *
     * @param reasonText under {@code rights}; context {@code <reviewId>#reasonText}
     * @param nextReviewOn when it is to be reviewed again
     */
    record InformationKept(
            UUID fileId,
            UUID personId,
            UUID informationId,
            UUID reviewId,
            @Nullable Sealed<String> reasonText,
            LocalDate reviewedOn,
            LocalDate nextReviewOn,
            UUID author,
            Instant at)
            implements ThirdPartyEvent {}

    /**
     * The information proved unfounded. It is erased on a schedule of its own.
     *
     * @param reasonText under {@code rights}; context {@code <reviewId>#reasonText}
     */
    record InformationDismissed(
            UUID fileId,
            UUID personId,
            UUID informationId,
            UUID sourceId,
            UUID reviewId,
            @Nullable Sealed<String> reasonText,
            LocalDate dismissedOn,
            UUID author,
            Instant at)
            implements ThirdPartyEvent {}

    /** The keys of the source were removed: what was said cannot be read again. */
    record InformationErased(
            UUID fileId, UUID personId, UUID informationId, UUID erasureId, LocalDate erasedOn, Instant at)
            implements ThirdPartyEvent {}
}
