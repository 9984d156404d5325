package eu.lethe.platform.eventstore;

/**
 * Understands what a pruning achieved.
 *
 * @param deleted unreadable events that are gone
 * @param tooYoung unreadable events still there: an append beside them may be under way, so they go after the gap timeout
 */
public record Pruned(int deleted, int tooYoung) {

    /** Whether nothing unreadable is left, so that the pruning may be confirmed. */
    public boolean complete() {
        return tooYoung == 0;
    }
}
