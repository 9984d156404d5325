package eu.lethe.cases.referral;

import eu.lethe.cases.due.DueItem;
import eu.lethe.cases.due.DueSource;
import eu.lethe.contracts.events.cases.ReferralLetter;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.platform.rows.Cells;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Understands which referrals there are, and which are to be asked after. Letters and answers stay sealed here. */
@Component
public class Referrals implements DueSource {

    /**
     * A referral.
     *
     * @param letter absent once its key was removed
     * @param consentEndedOn when the consent that it rests on was withdrawn, or lapsed
     */
    record Row(
            UUID referralId,
            String recipient,
            @Nullable String purpose,
            @Nullable UUID consentId,
            @Nullable LocalDate consentEndedOn,
            List<Compartment> compartments,
            @Nullable Sealed<ReferralLetter> letter,
            LocalDate date,
            @Nullable LocalDate followUpOn,
            String state,
            UUID author,
            Instant at) {}

    /** An answer. */
    record Answer(
            UUID referralId,
            UUID answerId,
            String outcome,
            @Nullable Sealed<String> answer,
            LocalDate answeredOn,
            UUID author) {}

    /** The file that something is in, and under whose keys. */
    record Place(UUID fileId, UUID personId) {}

    private final JdbcClient database;

    Referrals(JdbcClient database) {
        this.database = database;
    }

    /** The latest first. */
    List<Row> of(UUID fileId) {
        return database.sql("""
                        select referral.*, ended_consent.ended_on from referral
                          left join ended_consent on ended_consent.consent_id = referral.consent_id
                         where file_id = :file order by date desc, made_at desc, referral_id""").param("file", fileId).query(Referrals::row).list();
    }

    /** Those whose letter can be read. */
    List<UUID> readableIn(UUID fileId) {
        return of(fileId).stream()
                .filter(referral -> referral.letter() != null)
                .map(Row::referralId)
                .toList();
    }

    /** The answers to all referrals of a file, oldest first. */
    List<Answer> answersIn(UUID fileId) {
        return database.sql("""
                        select referral_answer.* from referral_answer
                          join referral on referral.referral_id = referral_answer.referral_id
                         where referral.file_id = :file order by answered_on, answered_at""").param("file", fileId).query(Referrals::answer).list();
    }

    /** Where a referral is; empty when there is none. */
    Optional<Place> placeOf(UUID referralId) {
        return database.sql("select file_id, person_id from referral where referral_id = :id")
                .param("id", referralId)
                .query((row, _) ->
                        new Place(row.getObject("file_id", UUID.class), row.getObject("person_id", UUID.class)))
                .optional();
    }

    boolean has(UUID referralId) {
        return count("select count(*) from referral where referral_id = :id", referralId);
    }

    boolean hasAnswer(UUID answerId) {
        return count("select count(*) from referral_answer where answer_id = :id", answerId);
    }

    /** What is to be asked after. */
    @Override
    public List<DueItem> in(Collection<UUID> fileIds) {
        return database.sql("""
                        select file_id, referral_id, follow_up_on from referral
                         where follow_up_on is not null and file_id = any (cast(:files as uuid[]))""")
                .param("files", fileIds.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, _) -> new DueItem(
                        row.getObject("file_id", UUID.class),
                        row.getObject("referral_id", UUID.class),
                        "follow-up",
                        row.getObject("follow_up_on", LocalDate.class)))
                .list();
    }

    /** Remembers that a consent holds no longer. No view of events: what consent-service says is told once. */
    void ended(UUID personId, UUID consentId, LocalDate on) {
        database.sql("""
                        insert into ended_consent (consent_id, person_id, ended_on) values (:consent, :person, :on)
                        on conflict do nothing""")
                .param("consent", consentId)
                .param("person", personId)
                .param("on", on)
                .update();
    }

    private boolean count(String sql, UUID id) {
        return database.sql(sql).param("id", id).query(Integer.class).single() > 0;
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("referral_id", UUID.class),
                row.getString("recipient"),
                row.getString("purpose"),
                row.getObject("consent_id", UUID.class),
                row.getObject("ended_on", LocalDate.class),
                Cells.compartments(row, "compartments"),
                Cells.sealed(row, "letter"),
                row.getObject("date", LocalDate.class),
                row.getObject("follow_up_on", LocalDate.class),
                row.getString("state"),
                row.getObject("author", UUID.class),
                Cells.instant(row, "made_at"));
    }

    private static Answer answer(ResultSet row, int number) throws SQLException {
        return new Answer(
                row.getObject("referral_id", UUID.class),
                row.getObject("answer_id", UUID.class),
                row.getString("outcome"),
                Cells.sealed(row, "answer"),
                row.getObject("answered_on", LocalDate.class),
                row.getObject("author", UUID.class));
    }
}
