package eu.lethe.platform.once;

/** Somebody's earlier sending under the same key was recorded first, and of this one nothing was stored. */
public final class AlreadySent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient SentBefore before;

    AlreadySent(SentBefore before) {
        super("sent before under the same key", null, false, false);
        this.before = before;
    }

    SentBefore before() {
        return before;
    }
}
