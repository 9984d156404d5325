package eu.lethe.retention.erasure;

import eu.lethe.contracts.events.retention.ErasureEvent;
import eu.lethe.contracts.events.retention.ErasureEvent.Candidate;
import eu.lethe.contracts.events.retention.ErasureEvent.LeftOut;
import eu.lethe.contracts.events.retention.ErasureEvent.PersonDroppedOut;
import eu.lethe.retention.erasure.ErasureCommand.Preview;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Understands who was to be erased and was spared because of a hold: their erasure waits, and would be forgotten when the hold ends.
 * Written in the transaction that spares them.
 */
@Component
class HeldBack {

    /** Some who wait, and the last erasure that spared them. */
    record Waiting(UUID erasureId, Reason reason, List<UUID> persons) {

        Waiting {
            persons = List.copyOf(persons);
        }
    }

    private final JdbcClient database;

    HeldBack(JdbcClient database) {
        this.database = database;
    }

    /**
     * Who is on a list does not wait any more for what it erases; who is left out of it for a hold does. A list of what is due is no
     * answer to somebody who asked to be erased whole.
     */
    void listed(Preview preview) {
        var listed = preview.candidates().stream().map(Candidate::personId).toList();
        if (preview.reason().needsDeadline()) {
            forget(preview.reason(), listed);
        } else {
            forget(listed);
        }
        note(
                preview.erasureId(),
                preview.reason(),
                preview.leftOut().stream()
                        .filter(person -> isForHold(person.cause()))
                        .map(LeftOut::personId)
                        .toList());
    }

    /** Who dropped out for a hold waits. */
    void droppedOut(UUID erasureId, Reason reason, List<ErasureEvent> happened) {
        note(
                erasureId,
                reason,
                happened.stream()
                        .filter(PersonDroppedOut.class::isInstance)
                        .map(PersonDroppedOut.class::cast)
                        .filter(person -> isForHold(person.cause()))
                        .map(PersonDroppedOut::personId)
                        .toList());
    }

    private static boolean isForHold(String cause) {
        return cause.equals(GroundToSpare.ON_HOLD.code());
    }

    private void note(UUID erasureId, Reason reason, Collection<UUID> persons) {
        if (persons.isEmpty()) {
            return;
        }
        database.sql("""
                        insert into held_back (person_id, reason, erasure_id)
                        select unnest(cast(:persons as uuid[])), :reason, :erasure
                            on conflict (person_id, reason) do update set erasure_id = excluded.erasure_id""")
                .param("persons", texts(persons))
                .param("reason", reason.code())
                .param("erasure", erasureId)
                .update();
    }

    /** They do not wait any more to be erased for a reason. */
    void forget(Reason reason, Collection<UUID> persons) {
        database.sql("delete from held_back where reason = :reason and person_id = any (cast(:persons as uuid[]))")
                .param("reason", reason.code())
                .param("persons", texts(persons))
                .update();
    }

    private void forget(Collection<UUID> persons) {
        database.sql("delete from held_back where person_id = any (cast(:persons as uuid[]))")
                .param("persons", texts(persons))
                .update();
    }

    /** All who wait, whether or not they are held still; who exercised the right to erasure first. */
    List<Waiting> all() {
        return database.sql("""
                        select erasure_id, reason, array_agg(person_id order by person_id) as persons
                          from held_back group by erasure_id, reason order by reason <> :first, reason, erasure_id""")
                .param("first", Reason.RIGHT_EXERCISED.code())
                .query((row, _) -> new Waiting(
                        row.getObject("erasure_id", UUID.class),
                        Reason.of(row.getString("reason")),
                        Arrays.asList((UUID[]) row.getArray("persons").getArray())))
                .list();
    }

    private static String[] texts(Collection<UUID> persons) {
        return persons.stream().map(UUID::toString).toArray(String[]::new);
    }
}
