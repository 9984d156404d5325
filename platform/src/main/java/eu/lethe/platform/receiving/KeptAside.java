package eu.lethe.platform.receiving;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.lethe.contracts.events.EventJson;
import eu.lethe.platform.receiving.KeptMessage.Content;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Understands what could not be applied, and whom it is about: nobody is erased unnoticed of whom something was never applied, and
 * what comes behind it about the same subject waits, so that a subject's events keep their order. What was forged is about
 * nobody: it must hold up neither an erasure nor the messages behind it.
 */
public final class KeptAside {

    private static final String PERSON = "personId";
    private static final List<String> OF_WHOM = List.of(PERSON, "duplicateId", "fileId", "sourceId");

    private final JdbcClient database;
    private final JsonMapper json = EventJson.mapper();

    KeptAside(JdbcClient database) {
        this.database = database;
    }

    /** Remembers a message that failed, once. */
    void failed(String consumer, ConsumerRecord<byte[], byte[]> message, String code) {
        keep(consumer, message, "failed", code);
    }

    /** Remembers, once, that somebody wrote a message who should not; of its content nothing. */
    void forged(String consumer, ConsumerRecord<byte[], byte[]> message, String code) {
        database.sql("""
                        insert into dead_lettered (consumer, topic, "partition", "offset", subjects, code, state, ended_at)
                        values (:consumer, :topic, :partition, :offset, '{}', :code, 'forged', now())
                        on conflict do nothing""")
                .param("consumer", consumer)
                .param("topic", message.topic())
                .param("partition", message.partition())
                .param("offset", message.offset())
                .param("code", code)
                .update();
    }

    /** Whether anything is kept aside about the subject of any of these messages. */
    boolean precedesAny(String consumer, Collection<ConsumerRecord<byte[], byte[]>> messages) {
        return database.sql("""
                        select exists (select from dead_lettered
                         where consumer = :consumer and subject = any (:subjects) and state in ('failed', 'waiting'))""")
                .param("consumer", consumer)
                .param(
                        "subjects",
                        messages.stream()
                                .flatMap(message -> subject(message).stream())
                                .distinct()
                                .toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    /**
     * Lets a message wait behind what is kept aside about its subject, if anything is; says whether it waits. Until the end of the
     * transaction nothing else about that subject is applied again.
     */
    boolean waits(String consumer, ConsumerRecord<byte[], byte[]> message) {
        var subject = subject(message);
        if (subject.isEmpty()) {
            return false;
        }
        takeTurn(consumer, subject.get());
        if (!precedesAny(consumer, List.of(message))) {
            return false;
        }
        keep(consumer, message, "waiting", "waits");
        return true;
    }

    /** One at a time deals with what is kept aside about a subject, until the end of the transaction. */
    void takeTurn(String consumer, String subject) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(:subject, 46))")
                .param("subject", consumer + " " + subject)
                .query(_ -> {});
    }

    private void keep(String consumer, ConsumerRecord<byte[], byte[]> message, String state, String code) {
        var data = data(message);
        var content = Content.of(message);
        database.sql("""
                        insert into dead_lettered (consumer, topic, "partition", "offset", subjects, code, state, subject, person,
                                                   event_type, event_id, content)
                        values (:consumer, :topic, :partition, :offset, cast(:subjects as uuid[]), :code, :state, :subject, :person,
                                :type, :event, :content)
                        on conflict do nothing""")
                .param("consumer", consumer)
                .param("topic", message.topic())
                .param("partition", message.partition())
                .param("offset", message.offset())
                .param(
                        "subjects",
                        subjects(message, data).stream().map(UUID::toString).toArray(String[]::new))
                .param("code", code)
                .param("state", state)
                .param("subject", subject(message).orElse(null))
                .param(
                        "person",
                        data == null ? null : id(data.path(PERSON).asString("")).orElse(null))
                .param("type", content.type().orElse(null))
                .param("event", content.eventId().orElse(null))
                .param("content", json.writeValueAsString(content))
                .update();
    }

    /** Which of these persons something is kept aside of. */
    public Set<UUID> among(Collection<UUID> persons) {
        return Set.copyOf(database.sql("""
                        select distinct asked from unnest(cast(:persons as uuid[])) as asked
                         where exists (select from dead_lettered
                                        where subjects @> array[asked] and state in ('failed', 'waiting'))""")
                .param("persons", ids(persons))
                .query((row, _) -> row.getObject(1, UUID.class))
                .list());
    }

    /**
     * Forgets these persons, who are erased: what is about them has nothing left to be applied to, and ends so. What somebody else's
     * message says of them no longer names them.
     */
    public void forget(Collection<UUID> persons) {
        database.sql("""
                        update dead_lettered
                           set state = case when state in ('failed', 'waiting') then 'erased' else state end,
                               ended_at = coalesce(ended_at, now()), subjects = '{}', subject = null, person = null,
                               event_id = null, content = null
                         where person = any (cast(:persons as uuid[])) or subject = any (:persons)
                            or (person is null and subject is null and subjects && cast(:persons as uuid[]))""").param("persons", ids(persons)).update();
        database.sql("""
                        update dead_lettered
                           set subjects = array(select one from unnest(subjects) as one
                                                 where one <> all (cast(:persons as uuid[])))
                         where subjects && cast(:persons as uuid[])""").param("persons", ids(persons)).update();
    }

    private static String[] ids(Collection<UUID> persons) {
        return persons.stream().map(UUID::toString).toArray(String[]::new);
    }

    /** What keeps a subject's messages in their order: their key. */
    private static Optional<String> subject(ConsumerRecord<byte[], byte[]> message) {
        return Optional.ofNullable(message.key())
                .flatMap(key -> id(new String(key, UTF_8)))
                .map(UUID::toString);
    }

    private @Nullable JsonNode data(ConsumerRecord<byte[], byte[]> message) {
        try {
            return message.value() == null ? null : json.readTree(message.value());
        } catch (JacksonException unreadable) {
            // the key is all there is
            return null;
        }
    }

    private static Set<UUID> subjects(ConsumerRecord<byte[], byte[]> message, @Nullable JsonNode data) {
        Set<UUID> subjects = new LinkedHashSet<>();
        subject(message).map(UUID::fromString).ifPresent(subjects::add);
        if (data != null) {
            OF_WHOM.forEach(member -> id(data.path(member).asString("")).ifPresent(subjects::add));
        }
        return subjects;
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            // it names nobody
            return Optional.empty();
        }
    }
}
