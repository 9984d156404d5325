package eu.lethe.platform.journal;

import org.jspecify.annotations.Nullable;

/** The journal could not be written, so nothing may be read. */
public final class NotJournaled extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotJournaled(@Nullable Throwable cause) {
        super("the access journal could not be written", cause);
    }
}
