package eu.lethe.reporting.contribution;

import eu.lethe.contracts.events.EventJson;
import eu.lethe.contracts.sealing.Compartment;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Understands what could not be counted because a key is suspended: the share, its codes as sealed as they came. It is
 * counted when the key comes back, and dropped when the key goes.
 */
@Component
class AwaitingKey {

    private final JdbcClient database;
    private final JsonMapper json = EventJson.mapper();

    AwaitingKey(JdbcClient database) {
        this.database = database;
    }

    void remember(Share share) {
        database.sql("""
                        insert into awaiting_key (person_id, compartment, contact_id, share)
                        values (?, ?, ?, cast(? as jsonb)) on conflict do nothing""")
                .params(share.personId(), share.compartment().code(), share.contactId(), json.writeValueAsString(share))
                .update();
    }

    /** What waits for any key of a person; it waits no more. */
    List<Share> take(UUID personId) {
        return database.sql("delete from awaiting_key where person_id = ? returning share")
                .param(personId)
                .query((row, _) -> json.readValue(row.getString("share"), Share.class))
                .list();
    }

    void drop(UUID personId, Compartment compartment) {
        database.sql("delete from awaiting_key where person_id = ? and compartment = ?")
                .params(personId, compartment.code())
                .update();
    }
}
