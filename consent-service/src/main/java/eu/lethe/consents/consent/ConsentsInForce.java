package eu.lethe.consents.consent;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.rows.Cells;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Understands which consents hold now. Written in the transaction of the command, so that it is exact: a person consents
 * once to a purpose and recipient, and an erasure finds every consent there is to lapse.
 */
@Component
public class ConsentsInForce {

    private final JdbcClient database;

    ConsentsInForce(JdbcClient database) {
        this.database = database;
    }

    /**
     * Takes the one place there is for this person, purpose and recipient.
     *
     * @param records the person's, in none of which it may be taken
     * @throws Problem 409 when it is taken
     */
    void enter(UUID consentId, UUID personId, Collection<UUID> records, String purpose, @Nullable String recipient) {
        var entered = database.sql("""
                        insert into consent_in_force (consent_id, person_id, purpose, recipient)
                        select :consent, :person, :purpose, :recipient
                         where not exists (select 1 from consent_in_force
                                            where person_id = any (:records) and purpose = :purpose
                                              and recipient is not distinct from :recipient)
                        on conflict do nothing""")
                .param("consent", consentId)
                .param("person", personId)
                .param("records", records.toArray(UUID[]::new))
                .param("purpose", purpose)
                .param("recipient", recipient, Types.VARCHAR)
                .update();
        if (entered == 0) {
            throw Problem.of(HttpStatus.CONFLICT, "consent-in-force");
        }
    }

    void leave(UUID consentId) {
        database.sql("delete from consent_in_force where consent_id = ?")
                .param(consentId)
                .update();
    }

    /** A consent that holds now, and for what. */
    record InForce(UUID consentId, String purpose, List<Compartment> compartments) {}

    /**
     * The consents that hold now in a person's records and name this recipient. What they cover is what was agreed to then, not what the
     * purpose covers today.
     */
    List<InForce> naming(Collection<UUID> records, String recipient) {
        return database.sql("""
                        select consent_in_force.consent_id, consent_in_force.purpose, consent.compartments
                          from consent_in_force
                          join consent on consent.consent_id = consent_in_force.consent_id
                         where consent_in_force.person_id = any (?) and consent_in_force.recipient = ?
                         order by consent.granted_on, consent.consent_id""")
                .params(records.toArray(UUID[]::new), recipient)
                .query((row, _) -> new InForce(
                        row.getObject("consent_id", UUID.class),
                        row.getString("purpose"),
                        Cells.compartments(row, "compartments")))
                .list();
    }

    /** The person's consents that hold now. */
    public List<UUID> of(UUID personId) {
        return database.sql("select consent_id from consent_in_force where person_id = ? order by consent_id")
                .param(personId)
                .query((row, _) -> row.getObject("consent_id", UUID.class))
                .list();
    }
}
