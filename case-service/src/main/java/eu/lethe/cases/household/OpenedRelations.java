package eu.lethe.cases.household;

import eu.lethe.contracts.events.cases.HouseholdEvent;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.platform.sealing.KeyRefused;
import eu.lethe.platform.sealing.Opener;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Opens what members of a household are to each other: for a worker who reads it, and for a new household of theirs. */
@Component
class OpenedRelations {

    private final Opener opener;

    OpenedRelations(Opener opener) {
        this.opener = opener;
    }

    /** Leases the keys in one round trip. */
    void prepare(Collection<HouseholdMembers.Row> members) {
        List<Sealed<String>> sealed = members.stream()
                .flatMap(member -> Stream.ofNullable(member.relation()))
                .toList();
        opener.prepare(sealed);
    }

    /** What the member is to the others; empty when it was not said, or its key is gone or suspended. */
    Optional<String> of(HouseholdMembers.Row member) {
        if (member.relation() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(opener.open(HouseholdEvent.RELATION, member.membershipId(), member.relation()));
        } catch (KeyRefused refused) {
            return Optional.empty();
        }
    }
}
