package eu.lethe.platform.once;

import eu.lethe.platform.eventstore.BeforeCommand;

/** Takes the key of what is recorded, in the transaction of the command that records it. */
final class TakesKeys implements BeforeCommand {

    private final SentKeys keys;

    TakesKeys(SentKeys keys) {
        this.keys = keys;
    }

    @Override
    public void before(Object command) {
        if (SentOnce.CLAIM.isBound()) {
            keys.take(SentOnce.CLAIM.get());
        }
    }
}
