package eu.lethe.consents.consent;

import eu.lethe.contracts.events.consents.ConsentEvent.ConsentGranted;
import eu.lethe.contracts.events.consents.ConsentEvent.ConsentLapsed;
import eu.lethe.contracts.events.consents.ConsentEvent.ConsentWithdrawn;
import eu.lethe.contracts.events.consents.ConsentEvidence;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.platform.eventstore.PruningQueue.KeysPruned;
import eu.lethe.platform.rows.Cells;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Understands what each person agreed to, in the order of their granting. How they did so stays sealed. */
@Component
@ProcessingGroup("consents")
public class ConsentsOfPerson {

    /** One consent. */
    record Line(
            UUID consentId,
            String purpose,
            @Nullable String recipient,
            List<Compartment> compartments,
            @Nullable Sealed<ConsentEvidence> evidence,
            LocalDate grantedOn,
            @Nullable LocalDate withdrawnOn) {}

    private final JdbcClient database;

    ConsentsOfPerson(JdbcClient database) {
        this.database = database;
    }

    /** Those in a person's records. */
    List<Line> of(Collection<UUID> records) {
        return database.sql("""
                        select * from consent where person_id = any (?) and lapsed_on is null
                         order by granted_on, consent_id""")
                .param(records.toArray(UUID[]::new))
                .query((row, _) -> line(row))
                .list();
    }

    /** Whether the consent shows, as ended or not. */
    boolean shows(UUID consentId, boolean ended) {
        return database.sql(
                        "select (coalesce(withdrawn_on, lapsed_on) is not null) = ? from consent where consent_id = ?")
                .params(ended, consentId)
                .query((row, _) -> row.getBoolean(1))
                .optional()
                .orElse(false);
    }

    /** Whose consent it is; known as soon as it is granted. */
    Optional<UUID> personOf(UUID consentId) {
        return database.sql("""
                        select person_id from consent_in_force where consent_id = :consent
                        union select person_id from consent where consent_id = :consent""").param("consent", consentId).query(UUID.class).optional();
    }

    /** Drops consents whose granting is no longer in the event store, as building this view anew would. */
    @EventListener
    void on(KeysPruned pruned) {
        database.sql("delete from consent where person_id = ? and evidence_key = any(?)")
                .params(
                        pruned.personId(),
                        pruned.keys().stream().map(KeyId::toString).toArray(String[]::new))
                .update();
    }

    @EventHandler
    void on(ConsentGranted event) {
        database.sql("""
                        insert into consent (consent_id, person_id, purpose, recipient, compartments,
                                             evidence, evidence_key, granted_on)
                        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (consent_id) do nothing""")
                .param(event.consentId())
                .param(event.personId())
                .param(event.purpose())
                .param(event.recipient())
                .param(event.compartments().stream().map(Compartment::code).toArray(String[]::new))
                .param(event.evidence().compact())
                .param(event.evidence().keyId().toString())
                .param(event.grantedOn())
                .update();
    }

    @EventHandler
    void on(ConsentWithdrawn event) {
        database.sql("update consent set withdrawn_on = ? where consent_id = ?")
                .params(event.withdrawnOn(), event.consentId())
                .update();
    }

    @EventHandler
    void on(ConsentLapsed event) {
        database.sql("update consent set lapsed_on = ? where consent_id = ?")
                .params(event.lapsedOn(), event.consentId())
                .update();
    }

    @ResetHandler
    void forgetAll() {
        database.sql("delete from consent").update();
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getObject("consent_id", UUID.class),
                row.getString("purpose"),
                row.getString("recipient"),
                Cells.compartments(row, "compartments"),
                Cells.sealed(row, "evidence"),
                row.getObject("granted_on", LocalDate.class),
                row.getObject("withdrawn_on", LocalDate.class));
    }
}
