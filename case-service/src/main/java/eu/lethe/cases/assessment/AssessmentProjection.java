package eu.lethe.cases.assessment;

import eu.lethe.contracts.events.cases.AssessmentEvent.AssessmentMoved;
import eu.lethe.contracts.events.cases.AssessmentEvent.AssessmentWritten;
import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileErased;
import eu.lethe.contracts.events.cases.PersonEvent.PersonForgotten;
import java.time.ZoneOffset;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Understands how events become the table of assessments. Of an erased file it keeps none. */
@Component
@ProcessingGroup("cases")
@Order(6)
class AssessmentProjection {

    private final JdbcClient database;

    AssessmentProjection(JdbcClient database) {
        this.database = database;
    }

    @ResetHandler
    void drop() {
        database.sql("truncate assessment").update();
    }

    @EventHandler
    void on(AssessmentWritten written) {
        database.sql("""
                        insert into assessment (revision_id, assessment_id, number, file_id, person_id, date, assessment,
                                                author, written_at)
                        select :revision, :assessment, count(*) + 1, :file, :person, :date, :text, :author, :at
                          from assessment where assessment_id = :assessment
                        on conflict do nothing""")
                .param("revision", written.revisionId())
                .param("assessment", written.assessmentId())
                .param("file", written.fileId())
                .param("person", written.personId())
                .param("date", written.date())
                .param("text", written.assessment().compact())
                .param("author", written.author())
                .param("at", written.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Its wordings follow, under other keys. */
    @EventHandler
    void on(AssessmentMoved moved) {
        database.sql("delete from assessment where assessment_id = :assessment")
                .param("assessment", moved.assessmentId())
                .update();
    }

    @EventHandler
    void on(CaseFileErased erased) {
        database.sql("delete from assessment where file_id = :file")
                .param("file", erased.fileId())
                .update();
    }

    @EventHandler
    void on(PersonForgotten forgotten) {
        database.sql("delete from assessment where person_id = :person")
                .param("person", forgotten.personId())
                .update();
    }
}
