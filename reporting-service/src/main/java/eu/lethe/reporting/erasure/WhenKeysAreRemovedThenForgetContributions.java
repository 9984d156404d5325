package eu.lethe.reporting.erasure;

import eu.lethe.contracts.events.retention.ErasureEvent.KeysRemoved;
import eu.lethe.platform.erasure.Automation;
import eu.lethe.platform.erasure.ErasureConfirmations;
import eu.lethe.platform.erasure.Phase;
import eu.lethe.reporting.contribution.Counting;
import org.springframework.stereotype.Component;

/** Understands that what a person added to the figures stays, and that nothing says any longer who it was. */
@Component
final class WhenKeysAreRemovedThenForgetContributions implements Automation<KeysRemoved> {

    private final Counting counting;
    private final ErasureConfirmations confirmations;

    WhenKeysAreRemovedThenForgetContributions(Counting counting, ErasureConfirmations confirmations) {
        this.counting = counting;
        this.confirmations = confirmations;
    }

    @Override
    public Class<KeysRemoved> event() {
        return KeysRemoved.class;
    }

    @Override
    public void when(KeysRemoved removed) {
        counting.forget(removed.personId(), removed.keys());
        confirmations.confirm(removed.erasureId(), removed.personId(), Phase.PURGED);
    }
}
