package eu.lethe.cases.copy;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.contracts.sealing.SealedField;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.rows.Cells;
import eu.lethe.platform.sealing.Clear;
import eu.lethe.platform.sealing.Reading;
import eu.lethe.platform.sealing.Sealer;
import eu.lethe.platform.time.BusinessClock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Understands what those who reread a person's copy decided, and what they confirmed: sealed under the person's key, with who
 * and when beside it. A decision is never changed: it is taken back, and another is made, so that two who reread at the same
 * time lose nothing of each other's.
 */
@Component
class CopyDecisions {

    /** More than a rereader decides: a bound for what is opened at once. */
    static final int MOST = 5_000;

    private static final SealedField<String> STATE = new SealedField<>("state", Compartment.NARRATIVE, String.class);

    /** A decision, opened. */
    record Decided(UUID decisionId, Decision decision, UUID by, Instant at) {}

    /**
     * That a copy was reread.
     *
     * @param state of the copy, with what was decided, as {@link CopyState} says it; null when its key is gone
     */
    record Confirmed(@Nullable String state, UUID by, Instant at) {

        @Override
        public String toString() {
            return "Confirmed[" + at + "]";
        }
    }

    private record Stored(UUID id, Sealed<Decision> decision, UUID by, Instant at) {}

    private record StoredState(String part, UUID id, Sealed<String> state, UUID by, Instant at) {}

    private final JdbcClient database;
    private final Sealer sealer;
    private final BusinessClock clock;

    CopyDecisions(JdbcClient database, Sealer sealer, BusinessClock clock) {
        this.database = database;
        this.sealer = sealer;
        this.clock = clock;
    }

    /**
     * Keeps a decision; once, however often it is sent.
     *
     * @throws Problem 404 when the number is that of a decision about somebody else; 409 {@code copy-changed} when it was taken
     *     back: by their numbers those who confirm say which decisions they saw; 422 when there are too many
     */
    void keep(UUID personId, UUID decisionId, Decision decision, UUID author) {
        if (count(personId) >= MOST) {
            throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "copy-too-many-masks");
        }
        var sealed = sealer.seal(personId, Decision.FIELD, decisionId, Clear.of(decision));
        var kept = database.sql("""
                        insert into copy_decision (decision_id, person_id, decision, decided_by, decided_at)
                        values (:id, :person, :decision, :author, :at)
                        on conflict (decision_id) do nothing""")
                .param("id", decisionId)
                .param("person", personId)
                .param("decision", sealed.compact())
                .param("author", author)
                .param("at", clock.now().atOffset(ZoneOffset.UTC))
                .update();
        if (kept == 0) {
            requireInForce(personId, decisionId);
        }
    }

    /**
     * Takes a decision back. What it said is gone; its number is not, or another could be made under it unseen.
     *
     * @param records the person's, when there are several that are read as one
     * @throws Problem 404 when there is none
     */
    void takeBack(Collection<UUID> records, UUID decisionId) {
        var owner = database.sql("""
                        select person_id from copy_decision
                         where decision_id = :id and person_id in (:records) and not taken_back""")
                .param("id", decisionId)
                .param("records", records)
                .query(UUID.class)
                .optional()
                .orElseThrow(Problem::notFound);
        var nothing = sealer.seal(owner, Decision.FIELD, decisionId, Clear.of(Decision.TAKEN_BACK));
        database.sql("update copy_decision set taken_back = true, decision = :nothing where decision_id = :id")
                .param("nothing", nothing.compact())
                .param("id", decisionId)
                .update();
    }

    /** What was decided, in the order in which it was; without what has lost its key. */
    List<Decided> of(Collection<UUID> records, Reading reading) {
        var stored = database.sql("""
                        select decision_id, decision, decided_by, decided_at from copy_decision
                         where person_id in (:records) and not taken_back order by decided_at, decision_id""")
                .param("records", records)
                .query((row, _) -> new Stored(
                        row.getObject("decision_id", UUID.class),
                        Objects.requireNonNull(Cells.<Decision>sealed(row, "decision")),
                        row.getObject("decided_by", UUID.class),
                        Cells.instant(row, "decided_at")))
                .list();
        reading.prepare(stored.stream().map(Stored::decision));
        return stored.stream()
                .flatMap(one -> reading
                        .openIfLeased(Decision.FIELD, one.id(), one.decision())
                        .map(decision -> new Decided(one.id(), decision, one.by(), one.at()))
                        .stream())
                .toList();
    }

    /**
     * Writes down that the copy, or a part of it, was reread as it stands. Parts that there are not any more are forgotten.
     *
     * @param key of the part
     */
    void confirm(UUID personId, Division division, String key, String state, UUID author) {
        var id = UUID.randomUUID();
        var sealed = sealer.seal(personId, STATE, id, Clear.of(state));
        database.sql("""
                        insert into copy_confirmation (person_id, part, confirmation_id, state, confirmed_by, confirmed_at)
                        values (:person, :part, :id, :state, :author, :at)
                        on conflict (person_id, part) do update
                           set confirmation_id = excluded.confirmation_id, state = excluded.state,
                               confirmed_by = excluded.confirmed_by, confirmed_at = excluded.confirmed_at""")
                .param("person", personId)
                .param("part", key)
                .param("id", id)
                .param("state", sealed.compact())
                .param("author", author)
                .param("at", clock.now().atOffset(ZoneOffset.UTC))
                .update();
        database.sql("delete from copy_confirmation where person_id = :person and part not in (:parts)")
                .param("person", personId)
                .param(
                        "parts",
                        division.parts().stream().map(Division.Part::key).toList())
                .update();
    }

    /** What was confirmed last of a copy and its parts, by the key of each. */
    Map<String, Confirmed> confirmed(UUID personId, Reading reading) {
        var confirmed = new HashMap<String, Confirmed>();
        database.sql("""
                        select part, confirmation_id, state, confirmed_by, confirmed_at from copy_confirmation
                         where person_id = :person""")
                .param("person", personId)
                .query((row, _) -> new StoredState(
                        row.getString("part"),
                        row.getObject("confirmation_id", UUID.class),
                        Objects.requireNonNull(Cells.<String>sealed(row, "state")),
                        row.getObject("confirmed_by", UUID.class),
                        Cells.instant(row, "confirmed_at")))
                .list()
                .forEach(one -> confirmed.put(
                        one.part(),
                        new Confirmed(
                                reading.openIfLeased(STATE, one.id(), one.state())
                                        .orElse(null),
                                one.by(),
                                one.at())));
        return confirmed;
    }

    private long count(UUID personId) {
        return database.sql("select count(*) from copy_decision where person_id = :person")
                .param("person", personId)
                .query(Long.class)
                .single();
    }

    private void requireInForce(UUID personId, UUID decisionId) {
        var isInForce = database.sql("""
                        select not taken_back from copy_decision where decision_id = :id and person_id = :person""")
                .param("id", decisionId)
                .param("person", personId)
                .query(Boolean.class)
                .optional()
                .orElseThrow(Problem::notFound);
        if (!isInForce) {
            throw Problem.of(HttpStatus.CONFLICT, "copy-changed");
        }
    }
}
