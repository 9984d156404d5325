package eu.lethe.platform.problem;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Understands that who writes a whole value anew says which one they read, and that another one in force makes theirs a lost
 * one: it is refused (409) with the id of the one in force, and overwrites nothing.
 *
 * <p>Asked where the value is decided on, in its aggregate or in the statement that stores it, never before.
 */
public final class ReadRevision {

    private ReadRevision() {}

    /**
     * Lets a write pass that stands on the value in force.
     *
     * @param read null for who read that there is none
     * @param inForce null when there is none
     */
    public static void require(@Nullable UUID read, @Nullable UUID inForce) {
        if (inForce == null ? read != null : !inForce.equals(read)) {
            throw overtaken(inForce);
        }
    }

    /** The refusal. */
    public static Problem overtaken(@Nullable UUID inForce) {
        var overtaken = Problem.of(HttpStatus.CONFLICT, "edited-meanwhile");
        return inForce == null ? overtaken : overtaken.with("revisionId", inForce);
    }
}
