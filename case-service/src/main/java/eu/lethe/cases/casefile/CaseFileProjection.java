package eu.lethe.cases.casefile;

import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileAssigned;
import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileClosed;
import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileErased;
import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileOpened;
import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileReopened;
import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileTransferred;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Understands how events become the table of files. Of an erased file it keeps unit and dates. */
@Component
@ProcessingGroup("cases")
@Order(2)
class CaseFileProjection {

    private final JdbcClient database;

    CaseFileProjection(JdbcClient database) {
        this.database = database;
    }

    @ResetHandler
    void drop() {
        database.sql("truncate case_file").update();
    }

    @EventHandler
    void on(CaseFileOpened opened) {
        database.sql("""
                        insert into case_file (file_id, person_id, unit, opened_on, referent)
                        values (:file, :person, :unit, :on, :referent)""")
                .param("file", opened.fileId())
                .param("person", opened.personId())
                .param("unit", opened.unit())
                .param("on", opened.openedOn())
                .param("referent", opened.referent())
                .update();
    }

    @EventHandler
    void on(CaseFileAssigned assigned) {
        database.sql("update case_file set referent = :referent where file_id = :file")
                .param("referent", assigned.referent())
                .param("file", assigned.fileId())
                .update();
    }

    @EventHandler
    void on(CaseFileTransferred transferred) {
        database.sql("update case_file set unit = :unit, referent = :referent where file_id = :file")
                .param("unit", transferred.unit())
                .param("referent", transferred.referent())
                .param("file", transferred.fileId())
                .update();
    }

    @EventHandler
    void on(CaseFileClosed closed) {
        database.sql("update case_file set closed_on = :on, closing_reason = :reason where file_id = :file")
                .param("on", closed.closedOn())
                .param("reason", closed.reason())
                .param("file", closed.fileId())
                .update();
    }

    @EventHandler
    void on(CaseFileReopened reopened) {
        database.sql("update case_file set closed_on = null, closing_reason = null where file_id = :file")
                .param("file", reopened.fileId())
                .update();
    }

    @EventHandler
    void on(CaseFileErased erased) {
        database.sql("delete from deadline where person_id = :person")
                .param("person", erased.personId())
                .update();
        database.sql("""
                        update case_file set contacts = 0, last_contact_on = null, erased_on = :on
                         where file_id = :file""")
                .param("on", erased.erasedOn())
                .param("file", erased.fileId())
                .update();
    }
}
