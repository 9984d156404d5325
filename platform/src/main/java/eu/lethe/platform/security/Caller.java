package eu.lethe.platform.security;

import eu.lethe.platform.problem.Problem;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Understands who is calling: a member of staff, an integrator or a service. A resource takes it as a parameter.
 *
 * @param subject the token's {@code sub}: a UUID for staff, the client id otherwise
 * @param name of a member of staff, or the client id
 * @param unit the unit a member of staff is assigned to, if any
 */
public record Caller(
        String subject,
        String name,
        Set<Role> roles,
        @Nullable String unit) {

    /** Copies the roles. */
    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Whether the caller has the role. */
    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** The id of a member of staff; services and integrators have none. */
    public Optional<UUID> staff() {
        try {
            return Optional.of(UUID.fromString(subject));
        } catch (IllegalArgumentException notStaff) {
            return Optional.empty();
        }
    }

    /**
     * The id of a member of staff.
     *
     * @throws Problem 403 when the caller is not one
     */
    public UUID staffId() {
        return staff().orElseThrow(Problem::forbidden);
    }

    /**
     * The unit the caller is assigned to.
     *
     * @throws Problem 403 when the caller has none
     */
    public String requireUnit() {
        if (unit == null) {
            throw Problem.forbidden();
        }
        return unit;
    }

    /**
     * Refuses whoever is not assigned to the unit.
     *
     * @throws Problem 403
     */
    public void requireAssignedTo(String wanted) {
        if (!wanted.equals(unit)) {
            throw Problem.forbidden();
        }
    }
}
