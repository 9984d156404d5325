package eu.lethe.platform.access;

/** The journal could not be written, so nothing may be read. */
public final class NotJournaled extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotJournaled(Throwable cause) {
        super("the access journal could not be written", cause);
    }
}
