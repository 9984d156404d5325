package eu.lethe.retention.deadline;

import eu.lethe.contracts.events.DomainEvent;
import eu.lethe.contracts.events.EventTypes;
import eu.lethe.contracts.events.cases.PersonEvent.MergeSettled;
import eu.lethe.contracts.events.cases.PersonEvent.MergeUndone;
import eu.lethe.contracts.events.cases.PersonEvent.PersonsMerged;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.InformationDismissed;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.InformationKept;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.InformationMoved;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.InformationReceived;
import eu.lethe.platform.receiving.ReceivedEvent;
import eu.lethe.platform.receiving.Subscription;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Understands that who reports something about a person, and a second record of a person, depend on the person. */
@Component
class WhenDependentsAppearThenTheyGoWithThePerson implements Subscription {

    private final Learning learning;
    private final KnownDependents dependents;

    WhenDependentsAppearThenTheyGoWithThePerson(Learning learning, KnownDependents dependents) {
        this.learning = learning;
        this.dependents = dependents;
    }

    @Override
    public String consumer() {
        return "dependents";
    }

    @Override
    public Set<String> topics() {
        return Set.of(EventTypes.CASES.topic());
    }

    @Override
    public Set<Class<? extends DomainEvent>> interests() {
        return Set.of(
                InformationReceived.class,
                InformationMoved.class,
                InformationKept.class,
                InformationDismissed.class,
                PersonsMerged.class,
                MergeUndone.class,
                MergeSettled.class);
    }

    /** Who depends on a person is erased with them. */
    @Override
    public boolean needsPublishersWord(Class<? extends DomainEvent> event) {
        return true;
    }

    @Override
    public void on(ReceivedEvent<? extends DomainEvent> event) {
        switch (event.payload()) {
            case InformationReceived received ->
                learning.activity(
                        received.sourceId(),
                        received.at(),
                        () -> dependents.received(
                                received.informationId(),
                                received.personId(),
                                received.fileId(),
                                received.sourceId(),
                                received.unit(),
                                received.receivedOn()));
            case InformationMoved moved ->
                learning.fact(
                        moved.sourceId(),
                        () -> dependents.moved(
                                moved.informationId(),
                                moved.personId(),
                                moved.fileId(),
                                moved.sourceId(),
                                moved.unit(),
                                moved.receivedOn()));
            case InformationKept kept -> {
                dependents.kept(
                        kept.informationId(), kept.personId(), kept.fileId(), kept.reviewedOn(), kept.nextReviewOn());
                dependents.sourceOf(kept.informationId()).ifPresent(learning::recompute);
            }
            case InformationDismissed dismissed ->
                learning.activity(
                        dismissed.sourceId(),
                        dismissed.at(),
                        () -> dependents.dismissed(
                                dismissed.informationId(),
                                dismissed.personId(),
                                dismissed.fileId(),
                                dismissed.sourceId(),
                                dismissed.dismissedOn()));
            case PersonsMerged merge ->
                both(
                        merge.duplicateId(),
                        () -> learning.activity(
                                merge.personId(),
                                merge.at(),
                                () -> dependents.merged(merge.personId(), merge.duplicateId(), merge.at())));
            case MergeUndone merge ->
                both(
                        merge.duplicateId(),
                        () -> learning.activity(
                                merge.personId(),
                                merge.at(),
                                () -> dependents.undone(merge.personId(), merge.duplicateId(), merge.at())));
            case MergeSettled merge ->
                both(
                        merge.duplicateId(),
                        () -> learning.fact(
                                merge.personId(),
                                () -> dependents.settled(
                                        merge.personId(), merge.duplicateId(), merge.settledOn(), merge.at())));
            default -> throw new IllegalArgumentException("not asked for");
        }
    }

    /** A merge changes the deadlines of both records; the second has to be known before its files count for the first. */
    private void both(UUID duplicateId, Runnable merge) {
        learning.recompute(duplicateId);
        merge.run();
        learning.recompute(duplicateId);
    }
}
