package eu.lethe.reporting.contribution;

import eu.lethe.contracts.events.EventJson;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    /** Those for whose key something waits: what comes after it has to wait as well. */
    Set<Whose> among(Collection<Whose> anybody) {
        var waiting = new HashSet<>(database.sql("""
                        select distinct person_id, compartment from awaiting_key
                         where person_id = any (cast(:persons as uuid[]))""")
                .param(
                        "persons",
                        anybody.stream()
                                .map(whose -> whose.personId().toString())
                                .toArray(String[]::new))
                .query((row, _) -> Whose.of(row))
                .list());
        waiting.retainAll(anybody);
        return waiting;
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
