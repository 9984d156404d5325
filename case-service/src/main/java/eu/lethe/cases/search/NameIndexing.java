package eu.lethe.cases.search;

import eu.lethe.cases.person.Persons;
import eu.lethe.contracts.events.cases.Identity;
import eu.lethe.contracts.events.cases.PersonEvent;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.platform.journal.Unseen;
import eu.lethe.platform.sealing.Opener;
import eu.lethe.platform.sealing.Reading;
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
    private final Opener opener;

    NameIndexing(NameIndex index, Persons persons, Opener opener) {
        this.index = index;
        this.persons = persons;
        this.opener = opener;
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
            var reading = opener.reading(Unseen.INDEXING).prepare(batch.stream().map(Persons.Row::identity));
            batch.forEach(
                    person -> index(reading, person.personId(), person.unit(), person.revisionId(), person.identity()));
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
        index(opener.reading(Unseen.INDEXING), personId, unit, revisionId, identity);
    }

    private void index(
            Reading reading,
            UUID personId,
            @Nullable String unit,
            UUID revisionId,
            @Nullable Sealed<Identity> identity) {
        var name = reading.openIfLeased(PersonEvent.IDENTITY, revisionId, identity);
        if (unit == null || identity == null || name.isEmpty()) {
            index.remove(personId);
        } else {
            index.put(personId, unit, identity.keyId(), name.get());
        }
    }

    /** Puts whoever is in the index under new names. Who is suspended comes back under them when they are shown again. */
    void rename(UUID personId, UUID revisionId, Sealed<Identity> identity) {
        index.unitOf(personId).ifPresent(unit -> index(personId, unit, revisionId, identity));
    }
}
