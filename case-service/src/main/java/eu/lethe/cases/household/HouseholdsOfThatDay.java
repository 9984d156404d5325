package eu.lethe.cases.household;

import eu.lethe.cases.household.HouseholdMembers.Row;
import eu.lethe.cases.person.Duplicates;
import eu.lethe.cases.person.Duplicates.Merge;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Understands in which household a person lived on a day, as far as anybody has written it down: so that whoever counts
 * households is told once, and need not know who lives with whom. On the day on which they left, they live there no longer.
 */
@Component
public class HouseholdsOfThatDay {

    private final HouseholdMembers members;
    private final HouseholdsOfPersons claims;
    private final Duplicates duplicates;

    HouseholdsOfThatDay(HouseholdMembers members, HouseholdsOfPersons claims, Duplicates duplicates) {
        this.members = members;
        this.claims = claims;
        this.duplicates = duplicates;
    }

    /** The household; absent when the person had none. What is known of their own record goes before what is of another of theirs. */
    public @Nullable UUID of(UUID personId, LocalDate day) {
        return ofRecord(personId, day)
                .or(() -> othersOf(personId)
                        .map(record -> ofRecord(record, day))
                        .flatMap(Optional::stream)
                        .findFirst())
                .orElse(null);
    }

    private Stream<UUID> othersOf(UUID personId) {
        return Stream.concat(
                duplicates.of(personId).stream().map(Merge::duplicateId),
                duplicates.into(personId).stream().map(Merge::personId));
    }

    private Optional<UUID> ofRecord(UUID record, LocalDate day) {
        var known = members.of(record);
        return known.stream()
                .filter(member -> !member.neverWas() && livedThere(member, day))
                .map(Row::householdId)
                .findFirst()
                .or(() -> joinedJustNow(record, known));
    }

    private static boolean livedThere(Row member, LocalDate day) {
        return (member.since() == null || !member.since().isAfter(day))
                && (member.leftOn() == null || member.leftOn().isAfter(day));
    }

    /** The claim is there at once; since when they live there, only the table says, which may lag behind. */
    private Optional<UUID> joinedJustNow(UUID record, List<Row> known) {
        return claims.of(record)
                .filter(home -> known.stream().map(Row::householdId).noneMatch(household -> household.equals(home)));
    }
}
