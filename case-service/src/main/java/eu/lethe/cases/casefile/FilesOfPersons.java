package eu.lethe.cases.casefile;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Understands that a person has one file. The claim is made in the transaction that opens the file, so that of two workers
 * who open one at the same time the second is told.
 */
@Component
public class FilesOfPersons {

    private final JdbcClient database;

    FilesOfPersons(JdbcClient database) {
        this.database = database;
    }

    /**
     * Claims the person's one file; waits for a claim under way to commit or roll back.
     *
     * @return false when the person has a file already
     */
    boolean claim(UUID personId, UUID fileId) {
        return database.sql("""
                        insert into file_of_person (person_id, file_id) values (:person, :file)
                        on conflict (person_id) do nothing""").param("person", personId).param("file", fileId).update() == 1;
    }

    /** The person's file, erased or not. */
    public Optional<UUID> of(UUID personId) {
        return database.sql("select file_id from file_of_person where person_id = :person")
                .param("person", personId)
                .query(UUID.class)
                .optional();
    }
}
