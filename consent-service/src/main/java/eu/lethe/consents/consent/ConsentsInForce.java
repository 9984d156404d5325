package eu.lethe.consents.consent;

import eu.lethe.consents.consent.NamedPartners.Candidate;
import eu.lethe.contracts.events.consents.ConsentEvidence;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.rows.Cells;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Understands which consents hold now. Written in the transaction of the command, so that it is exact: a person consents
 * once to a purpose, recipient and partner, and an erasure finds every consent there is to lapse.
 */
@Component
public class ConsentsInForce {

    private final JdbcClient database;
    private final NamedPartners partners;

    ConsentsInForce(JdbcClient database, NamedPartners partners) {
        this.database = database;
        this.partners = partners;
    }

    /**
     * Takes the one place there is for this person, purpose, recipient and partner.
     *
     * @param records the person's, in none of which it may be taken
     * @param partner whom the evidence names; empty when it names none
     * @throws Problem 409 when it is taken
     */
    void enter(
            UUID consentId,
            UUID personId,
            Collection<UUID> records,
            String purpose,
            @Nullable String recipient,
            Optional<PartnerName> partner,
            Sealed<ConsentEvidence> evidence) {
        alone(records);
        if (!partners.naming(partner, candidates(records, purpose, recipient)).isEmpty()) {
            throw inForceAlready();
        }
        var entered = database.sql("""
                        insert into consent_in_force (consent_id, person_id, purpose, recipient, names_partner, evidence)
                        values (:consent, :person, :purpose, :recipient, :named, :evidence)
                        on conflict do nothing""")
                .param("consent", consentId)
                .param("person", personId)
                .param("purpose", purpose)
                .param("recipient", recipient, Types.VARCHAR)
                .param("named", partner.isPresent())
                .param("evidence", evidence.compact())
                .update();
        if (entered == 0) {
            throw inForceAlready();
        }
    }

    /** Which partner a consent names stays sealed, so that no index of the database can tell two that are the same. */
    private void alone(Collection<UUID> records) {
        records.stream()
                .sorted()
                .forEach(record -> database.sql("""
                        select pg_advisory_xact_lock(hashtextextended(:record, 0))""")
                        .param("record", "consents of " + record)
                        .query((_, _) -> record)
                        .list());
    }

    private static Problem inForceAlready() {
        return Problem.of(HttpStatus.CONFLICT, "consent-in-force");
    }

    void leave(UUID consentId) {
        database.sql("delete from consent_in_force where consent_id = ?")
                .param(consentId)
                .update();
    }

    /** A consent that holds now, and for what. */
    record InForce(UUID consentId, String purpose, List<Compartment> compartments) {}

    /**
     * The consents that hold now in a person's records and name this recipient, and of many this partner. What they cover is
     * what was agreed to then, not what the purpose covers today.
     */
    List<InForce> naming(Collection<UUID> records, String recipient, Optional<PartnerName> partner) {
        return partners.naming(
                partner,
                database.sql("""
                                select consent_in_force.*, consent.compartments
                                  from consent_in_force
                                  join consent on consent.consent_id = consent_in_force.consent_id
                                 where consent_in_force.person_id = any (?) and consent_in_force.recipient = ?
                                 order by consent.granted_on, consent.consent_id""")
                        .params(records.toArray(UUID[]::new), recipient)
                        .query((row, _) -> candidate(
                                row,
                                new InForce(
                                        row.getObject("consent_id", UUID.class),
                                        row.getString("purpose"),
                                        Cells.compartments(row, "compartments"))))
                        .list());
    }

    private List<Candidate<UUID>> candidates(Collection<UUID> records, String purpose, @Nullable String recipient) {
        return database.sql("""
                        select * from consent_in_force
                         where person_id = any (:records) and purpose = :purpose
                           and recipient is not distinct from :recipient""")
                .param("records", records.toArray(UUID[]::new))
                .param("purpose", purpose)
                .param("recipient", recipient, Types.VARCHAR)
                .query((row, _) -> candidate(row, row.getObject("consent_id", UUID.class)))
                .list();
    }

    /** A row of {@code consent_in_force}, to be asked whom it names. */
    static <T> Candidate<T> candidate(ResultSet row, T consent) throws SQLException {
        return new Candidate<>(
                consent,
                row.getObject("consent_id", UUID.class),
                row.getBoolean("names_partner"),
                Cells.sealed(row, "evidence"));
    }

    /** The person's consents that hold now. */
    public List<UUID> of(UUID personId) {
        return database.sql("select consent_id from consent_in_force where person_id = ? order by consent_id")
                .param(personId)
                .query((row, _) -> row.getObject("consent_id", UUID.class))
                .list();
    }
}
