package eu.lethe.cases.household;

import eu.lethe.cases.household.KnownHomes.Membership;
import eu.lethe.cases.household.KnownHomes.Said;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Understands in which household a person lived on a day, as far as anybody has written it down: so that whoever counts
 * households is told once, and need not know who lives with whom. On the day on which they left, they live there no longer.
 */
@Component
public class HouseholdsOfThatDay {

    private final KnownHomes homes;

    HouseholdsOfThatDay(KnownHomes homes) {
        this.homes = homes;
    }

    /** The household; absent when the person had none. What is known of their own record goes before what is of another of theirs. */
    public @Nullable UUID of(UUID personId, LocalDate day) {
        return homes.of(personId).stream()
                .flatMap(record -> said(record, day).stream())
                .findFirst()
                .orElse(null);
    }

    private static Optional<UUID> said(Said record, LocalDate day) {
        return record.memberships().stream()
                .filter(membership -> !membership.neverWas() && livedThere(membership, day))
                .map(Membership::householdId)
                .findFirst()
                .or(() -> joinedJustNow(record));
    }

    private static boolean livedThere(Membership membership, LocalDate day) {
        return (membership.since() == null || !membership.since().isAfter(day))
                && (membership.leftOn() == null || membership.leftOn().isAfter(day));
    }

    /** The claim is there at once; since when they live there, only the table says, which may lag behind. */
    private static Optional<UUID> joinedJustNow(Said record) {
        return Optional.ofNullable(record.claimed())
                .filter(home -> record.memberships().stream()
                        .map(Membership::householdId)
                        .noneMatch(household -> household.equals(home)));
    }
}
