package eu.lethe.platform.sealing;

import eu.lethe.platform.receiving.Temporary;

/** Understands that retention-service, or the way to it, is away for now. Nothing is lost; the caller may try again. */
public final class KeysUnavailable extends RuntimeException implements Temporary {

    private static final long serialVersionUID = 1L;

    /** States that keys cannot be leased now. */
    public KeysUnavailable(Throwable cause) {
        super("retention-service does not answer", cause);
    }
}
