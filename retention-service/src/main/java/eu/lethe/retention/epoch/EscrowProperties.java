package eu.lethe.retention.epoch;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Understands where copies of the epoch keys lie in escrow.
 *
 * @param places by name, as it is shown and certified; none if the agency has none
 */
@ConfigurationProperties("lethe.retention.epochs.escrow")
public record EscrowProperties(@Nullable Map<String, Place> places) {

    /**
     * One place.
     *
     * @param directory that can be reached while it holds a file called {@value Escrow#MARK}
     * @param password which protects the file there, and is not that of the store
     * @param lost whether nobody can destroy any more what is there; who says so need say nothing else
     */
    public record Place(@Nullable Path directory, @Nullable String password, boolean lost) {

        /**
         * @throws IllegalArgumentException when it is said by halves
         */
        public Place {
            if (!lost
                    && (directory == null
                            || directory.toString().isBlank()
                            || password == null
                            || password.isBlank())) {
                throw new IllegalArgumentException(
                        "a place of escrow needs its directory and a password of its own, or to be said to be lost");
            }
        }

        @Override
        public String toString() {
            return "Place[" + directory + ", lost=" + lost + "]";
        }
    }

    /** All of them. */
    Map<String, Place> all() {
        return places == null ? Map.of() : places;
    }
}
