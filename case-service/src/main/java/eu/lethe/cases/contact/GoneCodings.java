package eu.lethe.cases.contact;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Understands which choice of codes is in force where its key was removed and its event pruned: the contact remembers it no
 * more, and whoever reads is still shown that there was one. The table says which, and lets it be replaced once.
 */
@Component
class GoneCodings {

    private final JdbcClient database;

    GoneCodings(JdbcClient database) {
        this.database = database;
    }

    /** Whether such a choice was what was read; from now on the new one is in force. */
    boolean replaced(UUID contactId, UUID readCodingId, UUID codingId) {
        return database.sql("""
                        update contact set coding_id = :anew
                         where contact_id = :contact and coding_id = :read and codes is null and health_codes is null
                           and unreadable && array['coding', 'health']""")
                        .param("anew", codingId)
                        .param("contact", contactId)
                        .param("read", readCodingId)
                        .update()
                > 0;
    }
}
