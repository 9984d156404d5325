package eu.lethe.bench.population;

import eu.lethe.contracts.events.cases.Identity;
import java.util.UUID;

/**
 * Somebody who does not exist.
 *
 * @param spelling how the name came to be written as it is
 * @param otherwise how somebody else writes family name and given name; empty when everybody writes them alike
 */
public record Inhabitant(UUID id, Identity identity, Spelling spelling, String otherwise) {

    /** What makes others write a name otherwise. */
    public enum Spelling {
        USUAL,
        WORDS_APART,
        WORDS_AS_ONE,
        SAINT,
        OTHER_SCRIPT
    }

    /** Somebody whose name everybody writes alike. */
    Inhabitant(UUID id, Identity identity) {
        this(id, identity, Spelling.USUAL, "");
    }
}
