package eu.lethe.platform.eventstore;

import eu.lethe.platform.receiving.Temporary;

/** Another writer changed the same aggregate first, again and again. The caller may try once more later (409). */
public final class LostRace extends RuntimeException implements Temporary {

    LostRace(Throwable cause) {
        super("another writer changed the same aggregate first", cause);
    }
}
