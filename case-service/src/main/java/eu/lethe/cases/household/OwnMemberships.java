package eu.lethe.cases.household;

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
     * @param relation what they are to the others, if it was said and its key is there
     * @param until absent while they live there
     * @param others how many others live there; where the person left, how many ever did
     */
    public record Own(
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
    private final OpenedRelations relations;

    OwnMemberships(HouseholdMembers members, OpenedRelations relations) {
        this.members = members;
        this.relations = relations;
    }

    /**
     * Where they live first. The caller has checked that the reader may, and notes that it was opened.
     *
     * @param records the person's, when there are several that are read as one
     */
    public List<Own> of(Collection<UUID> records) {
        var own = records.stream()
                .flatMap(record -> members.of(record).stream())
                .filter(member -> !member.neverWas())
                .sorted(Comparator.comparing(HouseholdMembers.Row::present).reversed())
                .toList();
        relations.prepare(own);
        return own.stream().map(member -> own(member, records)).toList();
    }

    private Own own(HouseholdMembers.Row member, Collection<UUID> records) {
        var others = members.in(member.householdId()).stream()
                .filter(other -> !other.neverWas() && !records.contains(other.personId()))
                .filter(other -> other.present() || !member.present())
                .map(HouseholdMembers.Row::personId)
                .distinct()
                .count();
        return new Own(member.since(), member.leftOn(), relations.of(member).orElse(null), Math.toIntExact(others));
    }
}
