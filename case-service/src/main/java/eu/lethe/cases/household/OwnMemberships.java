package eu.lethe.cases.household;

import eu.lethe.platform.journal.Admission;
import eu.lethe.platform.sealing.Opener;
import eu.lethe.platform.sealing.Reading;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Understands what a person's copy says of whom they live with: since when and as what; of the others, how many there are. */
@Component
public class OwnMemberships {

    /**
     * A household that the person lives in, or did.
     *
     * @param membershipId its number
     * @param relation what they are to the others, if it was said and its key is there
     * @param until absent while they live there
     * @param others how many others live there; where the person left, how many ever did
     */
    public record Own(
            UUID membershipId,
            @Nullable LocalDate since,
            @Nullable LocalDate until,
            @Nullable String relation,
            int others) {

        @Override
        public String toString() {
            return "Own[…]";
        }
    }

    private final HouseholdMembers members;
    private final Opener opener;

    OwnMemberships(HouseholdMembers members, Opener opener) {
        this.members = members;
        this.opener = opener;
    }

    /**
     * Where they live first.
     *
     * @param records the person's, when there are several that are read as one
     */
    public List<Own> of(Collection<UUID> records, Admission admission) {
        var own = records.stream()
                .flatMap(record -> members.of(record).stream())
                .filter(member -> !member.neverWas())
                .sorted(Comparator.comparing(HouseholdMembers.Row::present).reversed())
                .toList();
        var reading = opener.reading(admission).prepare(own.stream().map(HouseholdMembers.Row::relation));
        return own.stream().map(member -> own(member, records, reading)).toList();
    }

    /** Whoever lives or ever lived with the person. */
    public List<UUID> others(Collection<UUID> records) {
        return records.stream()
                .flatMap(record -> members.of(record).stream())
                .map(HouseholdMembers.Row::householdId)
                .distinct()
                .flatMap(household -> members.in(household).stream())
                .map(HouseholdMembers.Row::personId)
                .filter(other -> !records.contains(other))
                .distinct()
                .toList();
    }

    private Own own(HouseholdMembers.Row member, Collection<UUID> records, Reading reading) {
        var others = members.in(member.householdId()).stream()
                .filter(other -> !other.neverWas() && !records.contains(other.personId()))
                .filter(other -> other.present() || !member.present())
                .map(HouseholdMembers.Row::personId)
                .distinct()
                .count();
        return new Own(
                member.membershipId(),
                member.since(),
                member.leftOn(),
                member.relation(reading).orElse(null),
                Math.toIntExact(others));
    }
}
