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

    void remember(CountedPart share) {
        database.sql("""
                        insert into awaiting_key (person_id, compartment, contact_id, share)
                        values (?, ?, ?, cast(? as jsonb))""")
                .params(
                        share.personId(),
                        share.compartment().code(),
                        share.contactId(),
                        json.writerFor(CountedPart.class).writeValueAsString(share))
                .update();
    }

    /** Whether something waits for this key: what comes after it has to wait as well. */
    boolean holds(UUID personId, Compartment compartment) {
        return database.sql("select exists (select 1 from awaiting_key where person_id = ? and compartment = ?)")
                .params(personId, compartment.code())
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /** What waits for any key of a person, in the order in which it came; it waits no more. */
    List<CountedPart> take(UUID personId) {
        return database.sql("""
                        with taken as (delete from awaiting_key where person_id = ? returning position, share)
                        select share from taken order by position""")
                .param(personId)
                .query((row, _) -> json.readValue(row.getString("share"), CountedPart.class))
                .list();
    }

    void clear() {
        database.sql("delete from awaiting_key").update();
    }
}
