package eu.lethe.cases.search;

import eu.lethe.cases.person.OpenedIdentities;
import eu.lethe.cases.person.Persons;
import eu.lethe.contracts.events.cases.Identity;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.platform.sealing.KeyRefused;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Understands who is in the index of names: whoever can be read, under the name that their identity opens to. */
@Component
class NameIndexing {

    private static final int BATCH = 500;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final NameIndex index;
    private final Persons persons;
    private final OpenedIdentities opened;

    NameIndexing(NameIndex index, Persons persons, OpenedIdentities opened) {
        this.index = index;
        this.persons = persons;
        this.opened = opened;
    }

    /** How many there are to open. */
    int expected() {
        return persons.readable();
    }

    /** Opens everybody who can be read, in batches. */
    void indexAll() {
        index.clear();
        for (var batch = persons.readableAfter(BEFORE_ALL, BATCH);
                !batch.isEmpty();
                batch = persons.readableAfter(batch.getLast().personId(), BATCH)) {
            opened.prepareSealed(identities(batch));
            batch.forEach(this::index);
        }
    }

    /** Puts a person under the names that the tables know of them. */
    void index(Persons.Row person) {
        index(person.personId(), person.unit(), person.revisionId(), person.identity());
    }

    /**
     * Puts a person under their names, or takes them out when these cannot be read.
     *
     * @param revisionId of the wording
     */
    void index(UUID personId, @Nullable String unit, UUID revisionId, @Nullable Sealed<Identity> identity) {
        if (unit == null || identity == null) {
            index.remove(personId);
            return;
        }
        try {
            opened.identity(revisionId, identity)
                    .ifPresentOrElse(name -> index.put(personId, unit, name), () -> index.remove(personId));
        } catch (KeyRefused suspended) {
            index.remove(personId);
        }
    }

    /** Puts whoever is in the index under new names. Who is suspended comes back under them when they are shown again. */
    void rename(UUID personId, UUID revisionId, Sealed<Identity> identity) {
        index.unitOf(personId).ifPresent(unit -> index(personId, unit, revisionId, identity));
    }

    private static List<Sealed<Identity>> identities(List<Persons.Row> batch) {
        return batch.stream()
                .map(Persons.Row::identity)
                .filter(Objects::nonNull)
                .toList();
    }
}
