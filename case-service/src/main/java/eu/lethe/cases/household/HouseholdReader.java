package eu.lethe.cases.household;

import eu.lethe.cases.access.ReadablePersons;
import eu.lethe.cases.household.HouseholdView.Member;
import eu.lethe.cases.household.HouseholdView.Name;
import eu.lethe.cases.person.OpenedIdentities;
import eu.lethe.cases.person.Persons;
import eu.lethe.contracts.events.cases.Identity;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.platform.sealing.KeyRefused;
import eu.lethe.platform.security.Caller;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays a household before a worker: the members whom they may read about by name, the others by their dates. */
@Component
class HouseholdReader {

    private final HouseholdMembers members;
    private final Persons persons;
    private final ReadablePersons readable;
    private final OpenedIdentities identities;
    private final OpenedRelations relations;

    HouseholdReader(
            HouseholdMembers members,
            Persons persons,
            ReadablePersons readable,
            OpenedIdentities identities,
            OpenedRelations relations) {
        this.members = members;
        this.persons = persons;
        this.readable = readable;
        this.identities = identities;
        this.relations = relations;
    }

    /** The household of a person whom the caller may read about. Each name that is opened goes to the access journal. */
    HouseholdView read(UUID personId, Caller caller) {
        readable.requireOpening(personId, caller, "household", Compartment.IDENTITY);
        var householdId = persons.require(personId).householdId();
        if (householdId == null) {
            return new HouseholdView(null, List.of());
        }
        var rows = members.in(householdId).stream()
                .filter(member -> !member.neverWas())
                .toList();
        var shown = readable.readableAmong(
                rows.stream().map(HouseholdMembers.Row::personId).toList(), caller);
        shown.stream()
                .filter(other -> !other.equals(personId))
                .forEach(other -> readable.requireOpening(other, caller, "household", Compartment.IDENTITY));
        var known = persons.among(shown);
        identities.prepareSealed(
                known.stream().flatMap(HouseholdReader::identity).toList());
        relations.prepare(
                rows.stream().filter(row -> shown.contains(row.personId())).toList());
        return new HouseholdView(
                householdId, rows.stream().map(row -> member(row, known)).toList());
    }

    private Member member(HouseholdMembers.Row row, List<Persons.Row> known) {
        var person = known.stream()
                .filter(one -> one.personId().equals(row.personId()))
                .findFirst()
                .orElse(null);
        var name = person == null ? null : name(person);
        return new Member(
                row.personId(),
                row.membershipId(),
                name,
                person == null ? null : person.fileId(),
                name == null ? null : relations.of(row).orElse(null),
                row.since(),
                row.leftOn(),
                row.reason());
    }

    private @Nullable Name name(Persons.Row person) {
        try {
            return identities
                    .identity(person)
                    .map(identity -> new Name(identity.familyName(), identity.givenName()))
                    .orElse(null);
        } catch (KeyRefused suspendedMeanwhile) {
            return null;
        }
    }

    private static Stream<Sealed<Identity>> identity(Persons.Row person) {
        return Stream.ofNullable(person.identity());
    }
}
