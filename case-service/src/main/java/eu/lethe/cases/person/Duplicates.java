package eu.lethe.cases.person;

import eu.lethe.platform.access.Refusals;
import eu.lethe.platform.problem.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Understands which records are of one person. A duplicate is read through the record that is kept: whoever lists what is in
 * a file lists what is in {@link #fileIds} of it. When the merge is settled all of it lies in the kept file, and the duplicate
 * waits for its erasure.
 */
@Component
public class Duplicates {

    /**
     * A merge of two records.
     *
     * @param personId whose record is kept
     * @param author who merged
     * @param settledOn absent while the duplicate is read under its own keys
     */
    public record Merge(
            UUID duplicateId,
            UUID personId,
            @Nullable UUID fileId,
            @Nullable UUID duplicateFileId,
            LocalDate undoUntil,
            UUID author,
            @Nullable LocalDate settledOn) {

        /** When it was merged. */
        public LocalDate mergedOn() {
            return undoUntil.minus(UNDOABLE);
        }

        /** Whether everything lies in the kept file. */
        public boolean settled() {
            return settledOn != null;
        }
    }

    static final Period UNDOABLE = Period.ofDays(30);

    private static final String MERGE = """
            select duplicate_id, person_id, file_id, duplicate_file_id, undo_until, author, settled_on from merged_person
            """;

    /** What is settled lies in the kept file; a duplicate that is suspended or erased is read by nobody. */
    private static final String READABLE = """
             and settled_on is null
             and exists (select 1 from person
                          where person.person_id = duplicate_id and grace_ends_at is null and erased_on is null)
            """;

    private static final String ORDER = " order by undo_until, duplicate_id";

    private final JdbcClient database;

    Duplicates(JdbcClient database) {
        this.database = database;
    }

    /** The duplicates of a person, settled or not. */
    public List<Merge> of(UUID personId) {
        return database.sql(MERGE + "where person_id = :person" + ORDER)
                .param("person", personId)
                .query(Duplicates::merge)
                .list();
    }

    /** The merge that made a record a duplicate. */
    public Optional<Merge> into(UUID duplicateId) {
        return database.sql(MERGE + "where duplicate_id = :duplicate")
                .param("duplicate", duplicateId)
                .query(Duplicates::merge)
                .optional();
    }

    /** The merges that made those of the records duplicates that are, by duplicate. */
    public Map<UUID, Merge> among(Collection<UUID> personIds) {
        return database
                .sql(MERGE + "where duplicate_id = any (cast(:ids as uuid[]))")
                .param("ids", personIds.stream().map(UUID::toString).toArray(String[]::new))
                .query(Duplicates::merge)
                .list()
                .stream()
                .collect(Collectors.toMap(Merge::duplicateId, Function.identity()));
    }

    /** A file and those that are read through it. */
    public List<UUID> fileIds(UUID fileId) {
        return Stream.concat(Stream.of(fileId), filesReadThrough(List.of(fileId)).keySet().stream())
                .toList();
    }

    /** The files that are read through one of these, and through which. */
    public Map<UUID, UUID> filesReadThrough(Collection<UUID> fileIds) {
        return database
                .sql(MERGE + "where file_id = any (cast(:ids as uuid[])) and duplicate_file_id is not null" + READABLE)
                .param("ids", fileIds.stream().map(UUID::toString).toArray(String[]::new))
                .query(Duplicates::merge)
                .list()
                .stream()
                .collect(Collectors.toMap(
                        merge -> Objects.requireNonNull(merge.duplicateFileId()),
                        merge -> Objects.requireNonNull(merge.fileId())));
    }

    /** A person's record and those that are read through it, which are read as one; the person's first. */
    public List<UUID> records(UUID personId) {
        return Stream.concat(Stream.of(personId), readThrough(personId).stream().map(Merge::duplicateId))
                .toList();
    }

    /** The merges of those that are read through a person's record. */
    public List<Merge> readThrough(UUID personId) {
        return database.sql(MERGE + "where merged_person.person_id = :person" + READABLE + ORDER)
                .param("person", personId)
                .query(Duplicates::merge)
                .list();
    }

    /** The merges that can no longer be undone and are not settled. Of an erased person there is nothing to settle. */
    public List<Merge> toSettle(LocalDate today) {
        return database.sql(MERGE + """
                        where settled_on is null and undo_until < :today
                          and exists (select 1 from person
                                       where person.person_id = merged_person.person_id and erased_on is null)""" + ORDER)
                .param("today", today)
                .query(Duplicates::merge)
                .list();
    }

    /**
     * Refuses to work with a record that is a duplicate.
     *
     * @throws Problem 409 {@code merged}, naming the record that is kept
     */
    public void requireNotMerged(UUID personId) {
        into(personId).ifPresent(merge -> {
            throw Refusals.merged(merge.personId(), merge.fileId());
        });
    }

    /**
     * Refuses to work with records of which one is a duplicate; until the transaction ends none of them becomes one.
     *
     * @throws Problem 409 {@code merged}, naming the record that is kept
     */
    public void requireNoneAmong(Collection<UUID> personIds) {
        if (!personIds.isEmpty()) {
            database.sql("select * from kept_apart(cast(:ids as uuid[]))")
                    .param("ids", personIds.stream().map(UUID::toString).toArray(String[]::new))
                    .query(UUID.class)
                    .list()
                    .forEach(this::requireNotMerged);
        }
    }

    /**
     * Claims the duplicate for the person, as long as the transaction may still fail. Whoever merges one of the two at the
     * same time waits.
     *
     * @throws Problem 409 when either is a duplicate already, or others are read through the duplicate
     */
    Merge claim(UUID personId, UUID duplicateId, LocalDate undoUntil, UUID author) {
        Stream.of(personId, duplicateId).sorted().forEach(this::lock);
        requireNotMerged(personId);
        requireNotMerged(duplicateId);
        if (of(duplicateId).stream().anyMatch(merge -> !merge.settled())) {
            throw Problem.of(HttpStatus.CONFLICT, "stands-for-another").with("personId", duplicateId);
        }
        database.sql("""
                        insert into merged_person (duplicate_id, person_id, file_id, duplicate_file_id, undo_until, author)
                        values (:duplicate, :person, (select file_id from file_of_person where person_id = :person),
                                (select file_id from file_of_person where person_id = :duplicate), :until, :author)""")
                .param("duplicate", duplicateId)
                .param("person", personId)
                .param("until", undoUntil)
                .param("author", author)
                .update();
        return into(duplicateId).orElseThrow();
    }

    /** The merge, which nobody else undoes or settles until the transaction ends. */
    Optional<Merge> locked(UUID personId, UUID duplicateId) {
        return database.sql(MERGE + "where person_id = :person and duplicate_id = :duplicate for update")
                .param("person", personId)
                .param("duplicate", duplicateId)
                .query(Duplicates::merge)
                .optional();
    }

    void undo(UUID duplicateId) {
        database.sql("delete from merged_person where duplicate_id = :duplicate and settled_on is null")
                .param("duplicate", duplicateId)
                .update();
    }

    void settle(UUID duplicateId, LocalDate on) {
        database.sql("update merged_person set settled_on = :on where duplicate_id = :duplicate and settled_on is null")
                .param("duplicate", duplicateId)
                .param("on", on)
                .update();
    }

    private void lock(UUID personId) {
        database.sql("select pg_advisory_xact_lock(merge_lock(cast(:person as uuid))) is null")
                .param("person", personId.toString())
                .query(Boolean.class)
                .single();
    }

    private static Merge merge(ResultSet row, int number) throws SQLException {
        return new Merge(
                row.getObject("duplicate_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getObject("file_id", UUID.class),
                row.getObject("duplicate_file_id", UUID.class),
                row.getObject("undo_until", LocalDate.class),
                row.getObject("author", UUID.class),
                row.getObject("settled_on", LocalDate.class));
    }
}
