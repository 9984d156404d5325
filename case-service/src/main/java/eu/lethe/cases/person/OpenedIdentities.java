package eu.lethe.cases.person;

import eu.lethe.contracts.events.cases.Demographics;
import eu.lethe.contracts.events.cases.Identity;
import eu.lethe.contracts.events.cases.PersonEvent;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.platform.sealing.KeyRefused;
import eu.lethe.platform.sealing.Opener;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens who a person is: for a worker who reads the file, and for the index of names. */
@Component
public class OpenedIdentities {

    private final Opener opener;

    OpenedIdentities(Opener opener) {
        this.opener = opener;
    }

    /** Leases the keys of a person in one round trip, ahead of opening. */
    void prepare(Persons.Row person) {
        opener.prepare(sealed(person).toList());
    }

    /** Leases the keys of many identities in one round trip, ahead of opening them. */
    public void prepareSealed(Collection<Sealed<Identity>> identities) {
        opener.prepare(identities);
    }

    /** What there is to open of a person. */
    public static Stream<Sealed<?>> sealed(Persons.Row person) {
        return Stream.<@Nullable Sealed<?>>of(person.identity(), person.demographics())
                .<Sealed<?>>mapMulti((value, kept) -> {
                    if (value != null) {
                        kept.accept(value);
                    }
                });
    }

    /** Who the person is; empty when the key of the identity was destroyed. */
    public Optional<Identity> identity(Persons.Row person) {
        return identity(person.revisionId(), person.identity());
    }

    /**
     * Who the person is; empty when the key of the identity was destroyed.
     *
     * @param revisionId of the wording; that of the first is the person's own id
     */
    public Optional<Identity> identity(UUID revisionId, @Nullable Sealed<Identity> identity) {
        return opener.openUnlessDestroyed(PersonEvent.IDENTITY, revisionId, identity);
    }

    /** What statistics know of the person; empty when its key was destroyed or is suspended alone. */
    public Optional<Demographics> demographics(Persons.Row person) {
        if (person.demographics() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(opener.open(PersonEvent.DEMOGRAPHICS, person.revisionId(), person.demographics()));
        } catch (KeyRefused refused) {
            return Optional.empty();
        }
    }
}
