package eu.lethe.cases.person;

import eu.lethe.contracts.events.cases.Demographics;
import eu.lethe.contracts.events.cases.Identity;
import eu.lethe.contracts.events.cases.PersonEvent;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.platform.access.Refusals;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.rows.Cells;
import eu.lethe.platform.sealing.KeyRefused;
import eu.lethe.platform.sealing.Reading;
import eu.lethe.platform.time.BusinessClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Understands which persons there are, as far as the projection has come. Names stay sealed here. */
@Component
public class Persons {

    private static final String COLUMNS = """
            select person.person_id, unit, coalesce(revision_id, person.person_id) as revision_id, identity, demographics,
                   erasure_id, grace_ends_at, erased_on, certificate_id, unreadable, file_of_person.file_id,
                   household_of_person.household_id
              from person
              left join file_of_person on file_of_person.person_id = person.person_id
              left join household_of_person on household_of_person.person_id = person.person_id
            """;

    /**
     * What is known of a person.
     *
     * @param revisionId of the wording in force, for which identity and demographics were sealed
     * @param identity absent once forgotten
     * @param unreadable compartments whose keys were removed
     */
    public record Row(
            UUID personId,
            @Nullable String unit,
            UUID revisionId,
            @Nullable Sealed<Identity> identity,
            @Nullable Sealed<Demographics> demographics,
            @Nullable UUID erasureId,
            @Nullable Instant graceEndsAt,
            @Nullable LocalDate erasedOn,
            @Nullable UUID certificateId,
            List<Compartment> unreadable,
            @Nullable UUID fileId,
            @Nullable UUID householdId) {

        /** What there is to open of them. */
        public Stream<@Nullable Sealed<?>> sealed() {
            return Stream.of(identity, demographics);
        }

        /**
         * Who they are; empty when the key was destroyed.
         *
         * @throws KeyRefused when it is suspended
         */
        public Optional<Identity> identity(Reading reading) {
            return reading.openUnlessDestroyed(PersonEvent.IDENTITY, revisionId, identity);
        }

        /** Who they are, in a list; empty when the key was destroyed or is suspended. */
        public Optional<Identity> identityInList(Reading reading) {
            return reading.openIfLeased(PersonEvent.IDENTITY, revisionId, identity);
        }

        /** What statistics know of them; empty when the key was destroyed or is suspended alone. */
        public Optional<Demographics> demographics(Reading reading) {
            return reading.openIfLeased(PersonEvent.DEMOGRAPHICS, revisionId, demographics);
        }

        /** Refuses to read on when the person is erased (410) or suspended (423). */
        public void requireReadable(BusinessClock clock) {
            if (erasedOn != null && erasureId != null) {
                throw Refusals.erased(erasureId, erasedOn, certificateId);
            }
            if (graceEndsAt != null) {
                throw Refusals.suspended(graceEndsAt, clock);
            }
        }

        /** Whether an erasure is in its grace period. */
        public boolean suspended() {
            return graceEndsAt != null;
        }
    }

    private final JdbcClient database;

    Persons(JdbcClient database) {
        this.database = database;
    }

    /** The person, or empty when nobody of that id was ever registered. */
    public Optional<Row> find(UUID personId) {
        return database.sql(COLUMNS + "where person.person_id = :id")
                .param("id", personId)
                .query(Persons::row)
                .optional();
    }

    /**
     * The person.
     *
     * @throws Problem 404 when nobody of that id was ever registered
     */
    public Row require(UUID personId) {
        return find(personId).orElseThrow(Problem::notFound);
    }

    /** Those of the given persons that were ever registered, in no order. */
    public List<Row> among(Collection<UUID> personIds) {
        return personIds.isEmpty()
                ? List.of()
                : database.sql(COLUMNS + "where person.person_id = any (cast(:ids as uuid[]))")
                        .param("ids", personIds.stream().map(UUID::toString).toArray(String[]::new))
                        .query(Persons::row)
                        .list();
    }

    /** Those of the given persons that are registered and not erased. */
    public Set<UUID> presentAmong(Collection<UUID> personIds) {
        return personIds.isEmpty()
                ? Set.of()
                : Set.copyOf(database.sql(
                                "select person_id from person where person_id = any (cast(:ids as uuid[])) and erased_on is null")
                        .param("ids", personIds.stream().map(UUID::toString).toArray(String[]::new))
                        .query(UUID.class)
                        .list());
    }

    /** Up to so many persons that can be read and have an id above the given one, in the order of ids. */
    public List<Row> readableAfter(UUID personId, int atMost) {
        return database.sql(COLUMNS + """
                        where person.person_id > :after and identity is not null and grace_ends_at is null
                        order by person.person_id limit :limit""")
                .param("after", personId)
                .param("limit", atMost)
                .query(Persons::row)
                .list();
    }

    /** How many persons can be read. */
    public int readable() {
        return database.sql("select count(*) from person where identity is not null and grace_ends_at is null")
                .query(Integer.class)
                .single();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("person_id", UUID.class),
                row.getString("unit"),
                row.getObject("revision_id", UUID.class),
                Cells.sealed(row, "identity"),
                Cells.sealed(row, "demographics"),
                row.getObject("erasure_id", UUID.class),
                Cells.instantIfAny(row, "grace_ends_at"),
                row.getObject("erased_on", LocalDate.class),
                row.getObject("certificate_id", UUID.class),
                Cells.compartments(row, "unreadable"),
                row.getObject("file_id", UUID.class),
                row.getObject("household_id", UUID.class));
    }
}
