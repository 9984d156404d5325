package eu.lethe.cases.person;

import eu.lethe.contracts.events.cases.PersonEvent.ErasureProven;
import eu.lethe.contracts.events.cases.PersonEvent.PersonAmended;
import eu.lethe.contracts.events.cases.PersonEvent.PersonForgotten;
import eu.lethe.contracts.events.cases.PersonEvent.PersonHidden;
import eu.lethe.contracts.events.cases.PersonEvent.PersonRegistered;
import eu.lethe.contracts.events.cases.PersonEvent.PersonShown;
import eu.lethe.contracts.events.cases.PersonEvent.PersonTransferred;
import java.time.ZoneOffset;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Understands how events become the table of persons. Of a forgotten person it keeps the day and the erasure's ids. */
@Component
@ProcessingGroup("cases")
@Order(1)
class PersonProjection {

    private final JdbcClient database;

    PersonProjection(JdbcClient database) {
        this.database = database;
    }

    @ResetHandler
    void drop() {
        database.sql("truncate person").update();
    }

    @EventHandler
    void on(PersonRegistered registered) {
        database.sql("""
                        insert into person (person_id, unit, identity, demographics)
                        values (:id, :unit, :identity, :demographics)""")
                .param("id", registered.personId())
                .param("unit", registered.unit())
                .param("identity", registered.identity().compact())
                .param("demographics", registered.demographics().compact())
                .update();
    }

    /** A compartment that was forgotten is readable again: the new wording is sealed under a new key. */
    @EventHandler
    void on(PersonAmended amended) {
        database.sql("""
                        update person
                           set revision_id = :revision, identity = :identity, demographics = :demographics, unreadable = '{}'
                         where person_id = :id""")
                .param("id", amended.personId())
                .param("revision", amended.revisionId())
                .param("identity", amended.identity().compact())
                .param("demographics", amended.demographics().compact())
                .update();
    }

    @EventHandler
    void on(PersonTransferred transferred) {
        database.sql("update person set unit = :unit where person_id = :id")
                .param("id", transferred.personId())
                .param("unit", transferred.unit())
                .update();
    }

    @EventHandler
    void on(PersonHidden hidden) {
        database.sql("update person set erasure_id = :erasure, grace_ends_at = :until where person_id = :id")
                .param("id", hidden.personId())
                .param("erasure", hidden.erasureId())
                .param("until", hidden.graceEndsAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    @EventHandler
    void on(PersonShown shown) {
        database.sql("update person set erasure_id = null, grace_ends_at = null where person_id = :id")
                .param("id", shown.personId())
                .update();
    }

    /** After pruning this is the first event there is of the person. */
    @EventHandler
    void on(PersonForgotten forgotten) {
        database.sql("""
                        insert into person (person_id, erasure_id, erased_on) values (:id, :erasure, :on)
                        on conflict (person_id) do update
                           set unit = null, revision_id = null, identity = null, demographics = null, grace_ends_at = null,
                               unreadable = '{}', erasure_id = excluded.erasure_id, erased_on = excluded.erased_on""")
                .param("id", forgotten.personId())
                .param("erasure", forgotten.erasureId())
                .param("on", forgotten.erasedOn())
                .update();
    }

    @EventHandler
    void on(ErasureProven proven) {
        database.sql("update person set certificate_id = :certificate where person_id = :id")
                .param("id", proven.personId())
                .param("certificate", proven.certificateId())
                .update();
    }
}
