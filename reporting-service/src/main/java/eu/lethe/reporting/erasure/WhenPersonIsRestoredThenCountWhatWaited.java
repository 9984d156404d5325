package eu.lethe.reporting.erasure;

import eu.lethe.contracts.events.retention.ErasureEvent.PersonRestored;
import eu.lethe.platform.erasure.Automation;
import eu.lethe.reporting.contribution.Counting;
import org.springframework.stereotype.Component;

/** Understands that an erasure called off must leave no gap in the figures. */
@Component
final class WhenPersonIsRestoredThenCountWhatWaited implements Automation<PersonRestored> {

    private final Counting counting;

    WhenPersonIsRestoredThenCountWhatWaited(Counting counting) {
        this.counting = counting;
    }

    @Override
    public Class<PersonRestored> event() {
        return PersonRestored.class;
    }

    @Override
    public void when(PersonRestored restored) {
        counting.countWhatWaitedFor(restored.personId());
    }
}
