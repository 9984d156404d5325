package eu.lethe.consents.person;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Understands which records are of one person. What was agreed to in a duplicate stays there, sealed under its own key, and
 * holds for the person that is kept.
 */
@Component
public class Duplicates {

    private final JdbcClient database;

    Duplicates(JdbcClient database) {
        this.database = database;
    }

    /** The record through which a duplicate is read. */
    public Optional<UUID> keptInsteadOf(UUID duplicateId) {
        return database.sql("select person_id from merged_person where duplicate_id = ?")
                .param(duplicateId)
                .query(UUID.class)
                .optional();
    }

    /** All records of the person that is kept: that one, then its duplicates. */
    public List<UUID> recordsOf(UUID personId) {
        var duplicates = database.sql(
                        "select duplicate_id from merged_person where person_id = ? order by duplicate_id")
                .param(personId)
                .query((row, _) -> row.getObject("duplicate_id", UUID.class))
                .list();
        return Stream.concat(Stream.of(personId), duplicates.stream()).toList();
    }

    void merged(UUID personId, UUID duplicateId) {
        database.sql("""
                        insert into merged_person (duplicate_id, person_id) values (?, ?)
                        on conflict (duplicate_id) do update set person_id = excluded.person_id, settled = false""").params(duplicateId, personId).update();
    }

    void undone(UUID personId, UUID duplicateId) {
        database.sql("delete from merged_person where duplicate_id = ? and person_id = ?")
                .params(duplicateId, personId)
                .update();
    }

    void settled(UUID duplicateId) {
        database.sql("update merged_person set settled = true where duplicate_id = ?")
                .param(duplicateId)
                .update();
    }

    /** The person that was kept is gone, and nothing is read through them any more. */
    public void forget(UUID personId) {
        database.sql("delete from merged_person where person_id = ?")
                .param(personId)
                .update();
    }
}
