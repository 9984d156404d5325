package eu.lethe.cases.merge;

import com.fasterxml.jackson.annotation.JsonValue;
import eu.lethe.cases.person.Birth;
import eu.lethe.cases.person.Duplicates;
import eu.lethe.cases.person.Persons;
import eu.lethe.platform.journal.Unseen;
import eu.lethe.platform.sealing.Opener;
import eu.lethe.platform.sealing.Reading;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Understands what speaks against two records being of one person: a mother and her daughter share a name and a home. */
@Component
class DoubtsOfMerging {

    /** What a worker is asked about before it is done. */
    enum Doubt {
        BIRTH_DATES_DIFFER,
        SAME_HOUSEHOLD;

        /** As in the API. */
        @JsonValue
        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final JdbcClient database;
    private final Persons persons;
    private final Duplicates duplicates;
    private final Opener opener;

    DoubtsOfMerging(JdbcClient database, Persons persons, Duplicates duplicates, Opener opener) {
        this.database = database;
        this.persons = persons;
        this.duplicates = duplicates;
        this.opener = opener;
    }

    /** Those about two records that the caller may read. */
    Set<Doubt> about(UUID personId, UUID duplicateId) {
        var doubts = EnumSet.noneOf(Doubt.class);
        if (birthsDiffer(personId, duplicateId)) {
            doubts.add(Doubt.BIRTH_DATES_DIFFER);
        }
        if (liveTogether(personId, duplicateId)) {
            doubts.add(Doubt.SAME_HOUSEHOLD);
        }
        return doubts;
    }

    private boolean birthsDiffer(UUID personId, UUID duplicateId) {
        var reading = opener.reading(Unseen.COMPARING);
        return birth(duplicateId, reading)
                // what was merged before may say more of the birth than the record that is kept
                .filter(other -> duplicates.records(personId).stream()
                        .flatMap(own -> birth(own, reading).stream())
                        .anyMatch(own -> !own.agrees(other)))
                .isPresent();
    }

    private Optional<Birth> birth(UUID personId, Reading reading) {
        return persons.find(personId)
                .flatMap(person -> person.identity(reading))
                .flatMap(Birth::of);
    }

    private boolean liveTogether(UUID personId, UUID duplicateId) {
        return database.sql("""
                        select exists (select 1 from household_of_person own join household_of_person other using (household_id)
                                        where own.person_id = :person and other.person_id = :duplicate)""")
                .param("person", personId)
                .param("duplicate", duplicateId)
                .query(Boolean.class)
                .single();
    }
}
