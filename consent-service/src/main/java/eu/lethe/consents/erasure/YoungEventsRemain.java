package eu.lethe.consents.erasure;

import eu.lethe.platform.receiving.Temporary;

/** Understands that an unreadable event is too young to be deleted: an append beside it may be under way. */
final class YoungEventsRemain extends RuntimeException implements Temporary {

    private static final long serialVersionUID = 1L;

    YoungEventsRemain() {
        super("unreadable events are younger than the gap timeout");
    }
}
