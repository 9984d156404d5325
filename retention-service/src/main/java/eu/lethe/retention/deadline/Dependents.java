package eu.lethe.retention.deadline;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.retention.keys.Compartments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Understands whose keys go with a person's: theirs who reported something about them, and a second record's. */
@Component
public class Dependents {

    /**
     * A subject of keys that depends on a person.
     *
     * @param source whether it reported something; otherwise it is a second record
     */
    public record Dependent(UUID subjectId, UUID personId, boolean source) {}

    private final JdbcClient database;
    private final Compartments compartments;

    Dependents(JdbcClient database, Compartments compartments) {
        this.database = database;
        this.compartments = compartments;
    }

    /** All who depend on these persons, directly or through another. */
    public List<Dependent> of(Collection<UUID> persons) {
        return database.sql("""
                        with recursive below (subject_id, person_id, source) as (
                            select subject_id, person_id, source from dependent
                             where person_id = any (cast(:persons as uuid[]))
                            union
                            select dependent.subject_id, dependent.person_id, dependent.source
                              from below join dependent on dependent.person_id = below.subject_id
                        )
                        select * from below order by subject_id""")
                .param("persons", ids(persons))
                .query(Dependents::row)
                .list();
    }

    /** On whom these subjects depend; who stands for themselves is not in the answer. */
    public List<Dependent> among(Collection<UUID> subjects) {
        return database.sql("select * from dependent where subject_id = any (cast(:subjects as uuid[]))")
                .param("subjects", ids(subjects))
                .query(Dependents::row)
                .list();
    }

    /** Second records that were taken for another person's until after a moment, and are not any more. */
    public List<Dependent> partedAfter(Instant moment, Collection<UUID> subjects) {
        return database.sql("""
                        select duplicate_id as subject_id, person_id, false as source from known_merge
                         where undone_at > :moment and duplicate_id = any (cast(:subjects as uuid[]))
                           and (merged_at is null or merged_at < undone_at)""")
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .param("subjects", ids(subjects))
                .query(Dependents::row)
                .list();
    }

    /**
     * Whether the dependent goes when these compartments of the person go: with the whole person, and a source with what it
     * had said.
     */
    public boolean goesAlong(Dependent dependent, Collection<Compartment> ofPerson) {
        return compartments.makeWholePerson(ofPerson)
                || (dependent.source() && ofPerson.contains(Compartment.THIRD_PARTY));
    }

    private static String[] ids(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    private static Dependent row(ResultSet row, int number) throws SQLException {
        return new Dependent(
                row.getObject("subject_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getBoolean("source"));
    }
}
