package eu.lethe.cases.casefile;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Understands when a file was last written in: told by the contacts, shown in the list of files. */
@Component
public class LastContacts {

    private final JdbcClient database;

    LastContacts(JdbcClient database) {
        this.database = database;
    }

    /** Whether the file still keeps contacts. */
    public boolean kept(UUID fileId) {
        return database.sql("select count(*) from case_file where file_id = :file and erased_on is null")
                        .param("file", fileId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * The file has one more: said without counting those that it has, so that the thousandth costs what the first did.
     *
     * @return whether the file still keeps contacts
     */
    public boolean oneMore(UUID fileId, LocalDate on) {
        return database.sql("""
                        update case_file set contacts = contacts + 1, last_contact_on = greatest(last_contact_on, :on)
                         where file_id = :file and erased_on is null""").param("on", on).param("file", fileId).update() == 1;
    }

    /** What the file has now. */
    public void are(UUID fileId, int contacts, @Nullable LocalDate last) {
        database.sql("""
                        update case_file set contacts = :contacts, last_contact_on = :last
                         where file_id = :file and erased_on is null""")
                .param("contacts", contacts)
                .param("last", last)
                .param("file", fileId)
                .update();
    }
}
