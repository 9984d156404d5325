package eu.lethe.platform.once;

import eu.lethe.contracts.events.retention.ErasureEvent.KeysRemoved;
import eu.lethe.platform.erasure.Automation;

/** Understands that what was answered about somebody is not kept for longer than they are. */
final class WhenKeysAreRemovedThenForgetAnswers implements Automation<KeysRemoved> {

    private final SentKeys keys;

    WhenKeysAreRemovedThenForgetAnswers(SentKeys keys) {
        this.keys = keys;
    }

    @Override
    public Class<KeysRemoved> event() {
        return KeysRemoved.class;
    }

    @Override
    public void when(KeysRemoved removed) {
        keys.forget(removed.personId());
    }
}
