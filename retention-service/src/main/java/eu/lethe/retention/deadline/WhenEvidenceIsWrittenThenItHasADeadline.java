package eu.lethe.retention.deadline;

import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.events.EventTypes;
import eu.lethe.contracts.events.cases.ContactEvent.ContactCorrected;
import eu.lethe.contracts.events.cases.ContactEvent.ContactWithdrawn;
import eu.lethe.contracts.events.cases.ReadingEvent.ExceptionalAccessOpened;
import eu.lethe.contracts.events.cases.ReadingEvent.ReadingRestricted;
import eu.lethe.contracts.events.cases.ReadingEvent.WorkerExcluded;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.InformationDismissed;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.InformationKept;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.NoticeExcepted;
import eu.lethe.contracts.events.consents.ConsentEvent.ConsentGranted;
import eu.lethe.contracts.events.consents.ConsentEvent.ConsentLapsed;
import eu.lethe.contracts.events.consents.ConsentEvent.ConsentWithdrawn;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.platform.receiving.ReceivedEvent;
import eu.lethe.platform.receiving.Subscription;
import eu.lethe.platform.time.BusinessClock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Understands when evidence is no longer needed without an end: a consent's when it ended, what was answered or decided about a
 * person from that day on. It outlives the file, so it is learnt of the erased too.
 */
@Component
class WhenEvidenceIsWrittenThenItHasADeadline implements Subscription {

    /** The person asked for it: a right was exercised and answered (GDPR 16, 18, 21). */
    private static final String ON_REQUEST = "on-request";

    private final Learning learning;
    private final KnownEvidence evidence;
    private final BusinessClock clock;

    WhenEvidenceIsWrittenThenItHasADeadline(Learning learning, KnownEvidence evidence, BusinessClock clock) {
        this.learning = learning;
        this.evidence = evidence;
        this.clock = clock;
    }

    @Override
    public String consumer() {
        return "evidence";
    }

    @Override
    public Set<String> topics() {
        return Set.of(EventTypes.CASES.topic(), EventTypes.CONSENTS.topic());
    }

    @Override
    public Set<Class<? extends DomainEvent>> interests() {
        return Set.of(
                ConsentGranted.class,
                ConsentWithdrawn.class,
                ConsentLapsed.class,
                ContactCorrected.class,
                ContactWithdrawn.class,
                WorkerExcluded.class,
                ReadingRestricted.class,
                ExceptionalAccessOpened.class,
                NoticeExcepted.class,
                InformationKept.class,
                InformationDismissed.class);
    }

    /** What is due by it may be erased for it. */
    @Override
    public boolean needsPublishersWord(Class<? extends DomainEvent> event) {
        return true;
    }

    @Override
    public void on(ReceivedEvent<? extends DomainEvent> event) {
        switch (event.payload()) {
            case ConsentGranted consent ->
                learning.evidence(
                        consent.personId(),
                        () -> evidence.inForce(consent.consentId(), consent.personId(), Compartment.CONSENT));
            case ConsentWithdrawn consent ->
                learning.evidence(
                        consent.personId(),
                        () -> evidence.ended(
                                consent.consentId(), consent.personId(), Compartment.CONSENT, consent.withdrawnOn()));
            case ConsentLapsed consent ->
                learning.evidence(
                        consent.personId(),
                        () -> evidence.ended(
                                consent.consentId(), consent.personId(), Compartment.CONSENT, consent.lapsedOn()));
            case ContactCorrected contact ->
                written(contact.personId(), contact.revisionId(), contact.reason(), contact.reasonText(), contact.at());
            case ContactWithdrawn contact ->
                written(contact.personId(), contact.contactId(), contact.reason(), contact.reasonText(), contact.at());
            case WorkerExcluded worker ->
                written(worker.personId(), worker.exclusionId(), worker.reason(), worker.reasonText(), worker.at());
            case ReadingRestricted reading ->
                written(
                        reading.personId(),
                        reading.restrictionId(),
                        reading.reason(),
                        reading.reasonText(),
                        reading.at());
            case ExceptionalAccessOpened access ->
                written(access.personId(), access.accessId(), access.reason(), access.reasonText(), access.at());
            case NoticeExcepted notice ->
                written(notice.personId(), notice.informationId(), notice.reason(), notice.reasonText(), notice.at());
            case InformationKept kept -> written(kept.personId(), kept.reviewId(), null, kept.reasonText(), kept.at());
            case InformationDismissed dismissed ->
                written(dismissed.personId(), dismissed.reviewId(), null, dismissed.reasonText(), dismissed.at());
            default -> throw new IllegalArgumentException("not asked for");
        }
    }

    /** An answer to the person, or a reason in words; a code alone that nobody asked for is no evidence. */
    private void written(
            UUID personId, UUID record, @Nullable String reason, @Nullable Sealed<String> reasonText, Instant at) {
        if (reasonText == null && !ON_REQUEST.equals(reason)) {
            return;
        }
        var subject = reasonText == null ? personId : reasonText.keyId().personId();
        learning.evidence(subject, () -> evidence.ended(record, subject, Compartment.RIGHTS, clock.dayOf(at)));
    }
}
