package eu.lethe.cases.reported;

import eu.lethe.cases.casefile.LastContacts;
import eu.lethe.contracts.events.cases.CaseFileEvent.CaseFileErased;
import eu.lethe.contracts.events.cases.InformationSource;
import eu.lethe.contracts.events.cases.Reported;
import eu.lethe.contracts.events.cases.ThirdPartyEvent;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.InformationDismissed;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.InformationErased;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.InformationKept;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.InformationMoved;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.InformationReceived;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.NoticeExcepted;
import eu.lethe.contracts.events.cases.ThirdPartyEvent.NoticeGiven;
import eu.lethe.contracts.sealing.Sealed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Understands how events become the table of what third parties reported. Of erased information a day remains; of an erased
 * file, nothing.
 */
@Component
@ProcessingGroup("cases")
@Order(8)
class InformationProjection {

    private final JdbcClient database;
    private final LastContacts files;
    private final ReviewRule review;

    InformationProjection(JdbcClient database, LastContacts files, ReviewRule review) {
        this.database = database;
        this.files = files;
        this.review = review;
    }

    @ResetHandler
    void drop() {
        database.sql("truncate third_party_information").update();
    }

    @EventHandler
    void on(InformationReceived received) {
        insert(
                received,
                received.receivedOn(),
                received.said(),
                received.source(),
                received.noticeDueOn(),
                received.author(),
                received.at());
    }

    /** What was decided about it follows. */
    @EventHandler
    void on(InformationMoved moved) {
        database.sql("delete from third_party_information where information_id = :information")
                .param("information", moved.informationId())
                .update();
        insert(
                moved,
                moved.receivedOn(),
                moved.said(),
                moved.source(),
                moved.noticeDueOn(),
                moved.author(),
                moved.receivedAt());
    }

    private void insert(
            ThirdPartyEvent event,
            LocalDate receivedOn,
            Sealed<Sealed<Reported>> said,
            Sealed<InformationSource> source,
            LocalDate noticeDueOn,
            UUID author,
            Instant at) {
        if (!files.kept(event.fileId())) {
            return;
        }
        database.sql("""
                        insert into third_party_information
                               (information_id, file_id, person_id, received_on, said, source, notice_due_on,
                                next_review_on, author, recorded_at)
                        values (:information, :file, :person, :received, :said, :source, :notice, :review, :author, :at)
                        on conflict do nothing""")
                .param("information", event.informationId())
                .param("file", event.fileId())
                .param("person", event.personId())
                .param("received", receivedOn)
                .param("said", said.compact())
                .param("source", source.compact())
                .param("notice", noticeDueOn)
                .param("review", review.nextAfter(receivedOn))
                .param("author", author)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @EventHandler
    void on(NoticeGiven given) {
        database.sql("update third_party_information set told_on = :on where information_id = :information")
                .param("on", given.on())
                .param("information", given.informationId())
                .update();
    }

    @EventHandler
    void on(NoticeExcepted excepted) {
        database.sql("""
                        update third_party_information set exception = :reason, exception_text = :text
                         where information_id = :information""")
                .param("reason", excepted.reason())
                .param("text", excepted.reasonText().compact())
                .param("information", excepted.informationId())
                .update();
    }

    @EventHandler
    void on(InformationKept kept) {
        database.sql("""
                        update third_party_information set reviewed_on = :reviewed, next_review_on = :next
                         where information_id = :information""")
                .param("reviewed", kept.reviewedOn())
                .param("next", kept.nextReviewOn())
                .param("information", kept.informationId())
                .update();
    }

    @EventHandler
    void on(InformationDismissed dismissed) {
        database.sql("update third_party_information set dismissed_on = :on where information_id = :information")
                .param("on", dismissed.dismissedOn())
                .param("information", dismissed.informationId())
                .update();
    }

    /** What the person was told of, and why not, goes too: the text of an exception speaks of what was said. */
    @EventHandler
    void on(InformationErased erased) {
        database.sql("""
                        update third_party_information
                           set said = null, source = null, exception_text = null,
                               erasure_id = coalesce(erasure_id, :erasure), erased_on = coalesce(erased_on, :on)
                         where information_id = :information""")
                .param("erasure", erased.erasureId())
                .param("on", erased.erasedOn())
                .param("information", erased.informationId())
                .update();
    }

    @EventHandler
    void on(CaseFileErased erased) {
        database.sql("delete from third_party_information where file_id = :file")
                .param("file", erased.fileId())
                .update();
    }
}
