package eu.lethe.platform.catalogue;

import org.jspecify.annotations.Nullable;

/** Understands what is wrong with a catalogue file, and on which line. */
public final class InvalidCatalogue extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidCatalogue(@Nullable String file, long line, @Nullable String complaint) {
        super(file + ", line " + line + ": " + complaint);
    }
}
