package eu.lethe.cases.referral;

import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileErased;
import eu.lethe.contracts.events.cases.PersonEvent.PersonForgotten;
import eu.lethe.contracts.events.cases.ReferralEvent.ReferralAnswered;
import eu.lethe.contracts.events.cases.ReferralEvent.ReferralMade;
import eu.lethe.contracts.events.cases.ReferralEvent.ReferralMoved;
import eu.lethe.contracts.sealing.Compartment;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Understands how events become the tables of referrals and their answers. Of an erased person it keeps none. */
@Component
@ProcessingGroup("cases")
@Order(7)
class ReferralProjection {

    private final JdbcClient database;

    ReferralProjection(JdbcClient database) {
        this.database = database;
    }

    @ResetHandler
    void drop() {
        database.sql("truncate referral, referral_answer").update();
    }

    @EventHandler
    void on(ReferralMade made) {
        database.sql("""
                        insert into referral (referral_id, file_id, person_id, recipient, purpose, consent_id, compartments,
                                              letter, date, follow_up_on, state, author, made_at)
                        values (:referral, :file, :person, :recipient, :purpose, :consent, cast(:compartments as text[]),
                                :letter, :date, :followUp, 'waiting', :author, :at)
                        on conflict do nothing""")
                .param("referral", made.referralId())
                .param("file", made.fileId())
                .param("person", made.personId())
                .param("recipient", made.recipient())
                .param("purpose", made.purpose())
                .param("consent", made.consentId())
                .param(
                        "compartments",
                        made.compartments().stream().map(Compartment::code).toArray(String[]::new))
                .param("letter", made.letter().compact())
                .param("date", made.date())
                .param("followUp", made.followUpOn())
                .param("author", made.author())
                .param("at", made.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What the answer says of the referral is its state. The letter may have been pruned, and then there is no referral. */
    @EventHandler
    void on(ReferralAnswered answered) {
        var answer = answered.answer();
        database.sql("""
                        insert into referral_answer (answer_id, referral_id, person_id, outcome, answer,
                                                     answered_on, author, answered_at)
                        values (:id, :referral, :person, :outcome, :answer, :on, :author, :at)
                        on conflict do nothing""")
                .param("id", answered.answerId())
                .param("referral", answered.referralId())
                .param("person", answered.personId())
                .param("outcome", answered.outcome())
                .param("answer", answer == null ? null : answer.compact())
                .param("on", answered.answeredOn())
                .param("author", answered.author())
                .param("at", answered.at().atOffset(ZoneOffset.UTC))
                .update();
        database.sql("update referral set state = :state, follow_up_on = :followUp where referral_id = :referral")
                .param("state", answered.outcome())
                .param("followUp", answered.followUpOn())
                .param("referral", answered.referralId())
                .update();
    }

    /** Letter and answers follow, under other keys; that the consent ended is told of the kept person from now on. */
    @EventHandler
    void on(ReferralMoved moved) {
        database.sql("""
                        update ended_consent set person_id = :person
                         where consent_id = (select consent_id from referral where referral_id = :referral)""")
                .param("person", moved.personId())
                .param("referral", moved.referralId())
                .update();
        for (var table : List.of("referral_answer", "referral")) {
            database.sql("delete from " + table + " where referral_id = :referral")
                    .param("referral", moved.referralId())
                    .update();
        }
    }

    @EventHandler
    void on(CaseFileErased erased) {
        purge(erased.personId());
    }

    @EventHandler
    void on(PersonForgotten forgotten) {
        purge(forgotten.personId());
    }

    private void purge(UUID personId) {
        database.sql("delete from referral_answer where person_id = :person")
                .param("person", personId)
                .update();
        database.sql("delete from referral where person_id = :person")
                .param("person", personId)
                .update();
        database.sql("delete from ended_consent where person_id = :person")
                .param("person", personId)
                .update();
    }
}
