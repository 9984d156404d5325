package eu.lethe.consents.consent;

import eu.lethe.platform.problem.Problem;
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
     * @throws Problem 409 when it is taken
     */
    void enter(UUID consentId, UUID personId, String purpose, @Nullable String recipient) {
        var entered = database.sql("""
                        insert into consent_in_force (consent_id, person_id, purpose, recipient)
                        values (?, ?, ?, ?) on conflict do nothing""")
                .param(consentId)
                .param(personId)
                .param(purpose)
                .param(recipient)
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

    /** The person's consents that hold now. */
    public List<UUID> of(UUID personId) {
        return database.sql("select consent_id from consent_in_force where person_id = ? order by consent_id")
                .param(personId)
                .query((row, _) -> row.getObject("consent_id", UUID.class))
                .list();
    }
}
