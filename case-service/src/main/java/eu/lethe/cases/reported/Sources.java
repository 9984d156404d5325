package eu.lethe.cases.reported;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Understands which subjects of keys are sources, each of one piece of information. It is written in the transaction that
 * receives the information and is no read model: an erasure must recognise a source in the middle of a replay too.
 */
@Component
public class Sources {

    private final JdbcClient database;

    Sources(JdbcClient database) {
        this.database = database;
    }

    void remember(UUID sourceId, UUID informationId, UUID fileId) {
        database.sql("""
                        insert into information_of_source (source_id, information_id, file_id)
                        values (:source, :information, :file)""")
                .param("source", sourceId)
                .param("information", informationId)
                .param("file", fileId)
                .update();
    }

    /** The information lies in another file from now on; its source is the same. */
    void moved(UUID informationId, UUID fileId) {
        database.sql("update information_of_source set file_id = :file where information_id = :information")
                .param("file", fileId)
                .param("information", informationId)
                .update();
    }

    /** What the subject is the source of; empty when it is none. */
    public Optional<UUID> informationOf(UUID subjectId) {
        return database.sql("select information_id from information_of_source where source_id = :source")
                .param("source", subjectId)
                .query(UUID.class)
                .optional();
    }

    /** Remembers the proof of an erasure that took sources. */
    public void certified(UUID erasureId, UUID certificateId) {
        database.sql("""
                        insert into certificate_of_erasure (erasure_id, certificate_id) values (:erasure, :certificate)
                        on conflict (erasure_id) do update set certificate_id = excluded.certificate_id""")
                .param("erasure", erasureId)
                .param("certificate", certificateId)
                .update();
    }

    /** Who the information came from. */
    public Optional<UUID> sourceOf(UUID informationId) {
        return database.sql("select source_id from information_of_source where information_id = :information")
                .param("information", informationId)
                .query(UUID.class)
                .optional();
    }
}
