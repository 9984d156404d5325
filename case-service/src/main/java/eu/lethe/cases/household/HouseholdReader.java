package eu.lethe.cases.household;

import eu.lethe.cases.access.ReadablePersons;
import eu.lethe.cases.household.HouseholdView.Member;
import eu.lethe.cases.household.HouseholdView.Name;
import eu.lethe.cases.person.Persons;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.sealing.Opener;
import eu.lethe.platform.sealing.Reading;
import eu.lethe.platform.security.Caller;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final Opener opener;

    HouseholdReader(HouseholdMembers members, Persons persons, ReadablePersons readable, Opener opener) {
        this.members = members;
        this.persons = persons;
        this.readable = readable;
        this.opener = opener;
    }

    /** The household of a person whom the caller may read about. Each name that is opened goes to the access journal. */
    HouseholdView read(UUID personId, Caller caller) {
        var readings = new HashMap<UUID, Reading>();
        var theirs = reading(personId, caller);
        readings.put(personId, theirs);
        var householdId = persons.require(personId).householdId();
        if (householdId == null) {
            return new HouseholdView(null, List.of());
        }
        var rows = members.in(householdId).stream()
                .filter(member -> !member.neverWas())
                .toList();
        var all = rows.stream().map(HouseholdMembers.Row::personId).toList();
        var shown = readable.readableAmong(all, caller);
        var own = readable.ownAmong(all, caller);
        shown.stream()
                .filter(other -> !other.equals(personId))
                .forEach(other -> readings.put(other, reading(other, caller)));
        var known = persons.among(shown);
        theirs.prepare(Stream.concat(
                known.stream().map(Persons.Row::identity),
                rows.stream().filter(row -> shown.contains(row.personId())).map(HouseholdMembers.Row::relation)));
        return new HouseholdView(
                householdId,
                rows.stream()
                        .map(row -> member(row, known, own.contains(row.personId()), readings))
                        .toList());
    }

    private Reading reading(UUID personId, Caller caller) {
        return opener.reading(readable.requireOpening(personId, caller, "household", Compartment.IDENTITY));
    }

    private static Member member(
            HouseholdMembers.Row row, List<Persons.Row> known, boolean own, Map<UUID, Reading> readings) {
        var person = known.stream()
                .filter(one -> one.personId().equals(row.personId()))
                .findFirst()
                .orElse(null);
        var reading = readings.get(row.personId());
        var name = person == null || reading == null ? null : name(person, reading);
        return new Member(
                row.personId(),
                row.membershipId(),
                name,
                person == null ? null : person.fileId(),
                name == null || reading == null ? null : row.relation(reading).orElse(null),
                own && name != null && row.present(),
                row.since(),
                row.leftOn(),
                row.reason());
    }

    private static @Nullable Name name(Persons.Row person, Reading reading) {
        return person.identityInList(reading)
                .map(identity -> new Name(identity.familyName(), identity.givenName()))
                .orElse(null);
    }
}
