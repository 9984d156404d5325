package eu.lethe.platform.receiving;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.lethe.contracts.events.EventJson;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Understands whom the messages that were kept aside are about, so that nobody is erased unnoticed of whom something was never
 * applied. What was forged is about nobody: it must not hold up an erasure.
 */
public final class KeptAside {

    private static final List<String> OF_WHOM = List.of("personId", "duplicateId", "fileId", "sourceId");

    private final JdbcClient database;
    private final JsonMapper json = EventJson.mapper();

    KeptAside(JdbcClient database) {
        this.database = database;
    }

    /** Remembers one, once. */
    void note(String consumer, ConsumerRecord<byte[], byte[]> message, String code) {
        database.sql("""
                        insert into dead_lettered (consumer, topic, "partition", "offset", subjects, code)
                        values (:consumer, :topic, :partition, :offset, cast(:subjects as uuid[]), :code)
                        on conflict do nothing""")
                .param("consumer", consumer)
                .param("topic", message.topic())
                .param("partition", message.partition())
                .param("offset", message.offset())
                .param(
                        "subjects",
                        subjects(message).stream().map(UUID::toString).toArray(String[]::new))
                .param("code", code)
                .update();
    }

    /** Which of these persons something was kept aside of. */
    public Set<UUID> among(Collection<UUID> persons) {
        return Set.copyOf(database.sql("""
                        select distinct person from unnest(cast(:persons as uuid[])) as person
                         where exists (select from dead_lettered where subjects @> array[person])""")
                .param("persons", persons.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, _) -> row.getObject(1, UUID.class))
                .list());
    }

    /** Forgets that anything was kept aside of these persons: they are erased. */
    public void forget(Collection<UUID> persons) {
        database.sql("delete from dead_lettered where subjects && cast(:persons as uuid[])")
                .param("persons", persons.stream().map(UUID::toString).toArray(String[]::new))
                .update();
    }

    private Set<UUID> subjects(ConsumerRecord<byte[], byte[]> message) {
        Set<UUID> subjects = new LinkedHashSet<>();
        add(subjects, message.key() == null ? null : new String(message.key(), UTF_8));
        try {
            var data = message.value() == null ? null : json.readTree(message.value());
            if (data != null) {
                OF_WHOM.forEach(member -> add(subjects, data.path(member).asString("")));
            }
        } catch (JacksonException unreadable) {
            // the key is all there is
        }
        return subjects;
    }

    private static void add(Set<UUID> subjects, @Nullable String id) {
        try {
            if (id != null) {
                subjects.add(UUID.fromString(id));
            }
        } catch (IllegalArgumentException notAnId) {
            // it names nobody
        }
    }
}
