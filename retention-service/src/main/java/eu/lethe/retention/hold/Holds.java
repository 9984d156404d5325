package eu.lethe.retention.hold;

import eu.lethe.contracts.events.retention.HoldEvent.HoldPlaced;
import eu.lethe.contracts.events.retention.HoldEvent.HoldReassessed;
import eu.lethe.contracts.events.retention.HoldEvent.HoldReleased;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.problem.Problem;
import eu.lethe.retention.epoch.KeptHolds.KeptHold;
import eu.lethe.retention.keys.KeyLedger;
import eu.lethe.retention.keys.RemovalTurn;
import eu.lethe.retention.keys.Suspension;
import java.sql.Types;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Understands which holds there are, and whom they keep from being erased. They are written in the transaction of the command, and
 * not by a projection: whoever placed one is answered when every removal that is still to come sees it.
 */
@Component
public class Holds {

    /** That a hold keeps a person from being erased. */
    public record Standing(UUID personId, UUID holdId, HoldReason reason) {}

    /**
     * What hangs together is held together: a person, their second records, and who reported something about any of these, since
     * what was said is sealed under the keys of both. A rule holds what is kept under it, and so whoever would lose any of that.
     */
    private static final String AGAINST = """
            with recursive asked (person_id, wanted) as (
                select person_id, string_to_array(codes, ',')
                  from unnest(cast(:persons as uuid[]), cast(:compartments as text[])) as one (person_id, codes)
            ), link (one, other) as (
                select subject_id, person_id from dependent
                union all
                select person_id, subject_id from dependent
            ), together (person_id, member) as (
                select person_id, person_id from asked
                union
                select together.person_id, link.other from together join link on link.one = together.member
            ), standing (person_id, hold_id) as (
                select together.person_id, hold.hold_id
                  from together join legal_hold hold on hold.person_id = together.member
                union
                select together.person_id, hold.hold_id
                  from together
                  join in_unit on in_unit.person_id = together.member
                  join legal_hold hold on hold.unit = in_unit.unit
                 where in_unit.left_at is null or in_unit.left_at >= hold.placed_at
                union
                select together.person_id, hold.hold_id
                  from together
                  join asked on asked.person_id = together.person_id
                  join deadline on deadline.person_id = together.member
                  join legal_hold hold on hold.rule = deadline.rule
                 where deadline.compartments && asked.wanted
            )
            select standing.person_id, hold.hold_id, hold.reason
              from standing join legal_hold hold on hold.hold_id = standing.hold_id
             where hold.released_at is null
             order by hold.placed_at, hold.hold_id""";

    private final JdbcClient database;
    private final RemovalTurn turn;
    private final KeyLedger ledger;
    private final Suspension keys;

    Holds(JdbcClient database, RemovalTurn turn, KeyLedger ledger, Suspension keys) {
        this.database = database;
        this.turn = turn;
        this.ledger = ledger;
        this.keys = keys;
    }

    /**
     * What stands against erasing these compartments of these persons; who is not in the answer may be erased.
     *
     * @return the holds of each, the oldest first
     */
    public Map<UUID, List<Standing>> against(Map<UUID, List<Compartment>> wanted) {
        if (wanted.isEmpty() || countInForce() == 0) {
            return Map.of();
        }
        List<String> persons = new ArrayList<>();
        List<String> compartments = new ArrayList<>();
        wanted.forEach((person, ofPerson) -> {
            persons.add(person.toString());
            compartments.add(ofPerson.stream().map(Compartment::code).collect(Collectors.joining(",")));
        });
        return database
                .sql(AGAINST)
                .param("persons", persons.toArray(String[]::new))
                .param("compartments", compartments.toArray(String[]::new))
                .query((row, _) -> new Standing(
                        row.getObject("person_id", UUID.class),
                        row.getObject("hold_id", UUID.class),
                        HoldReason.of(row.getString("reason"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Standing::personId));
    }

    /**
     * A hold is placed, after every removal that cannot have seen it.
     *
     * @throws Problem 409 when the person is erased, 400 when nobody knows them
     */
    void placed(HoldPlaced placed) {
        turn.afterRemovals();
        var person = placed.personId();
        if (person != null) {
            requireThere(person);
        }
        write(placed);
    }

    /** A hold was placed before this database was put back, which does not know of it, nor perhaps of the person. */
    void placedBefore(HoldPlaced placed) {
        turn.afterRemovals();
        write(placed);
    }

    private void write(HoldPlaced placed) {
        database.sql("""
                        insert into legal_hold (hold_id, person_id, unit, rule, reason, placed_by, placed_at, reassess_on)
                        values (:hold, :person, :unit, :rule, :reason, :by, :at, :day)""")
                .param("hold", placed.holdId())
                .param("person", placed.personId(), Types.OTHER)
                .param("unit", placed.unit(), Types.VARCHAR)
                .param("rule", placed.rule(), Types.VARCHAR)
                .param("reason", placed.reason())
                .param("by", placed.by())
                .param("at", placed.at().atOffset(ZoneOffset.UTC))
                .param("day", placed.reassessOn())
                .update();
    }

    private void requireThere(UUID person) {
        ledger.erasedOn(person).ifPresent(day -> {
            throw Problem.of(HttpStatus.CONFLICT, "already-erased").with("erasedOn", day);
        });
        if (!keys.hasKeys(person)) {
            throw Problem.invalid("/personId", "unknown");
        }
    }

    void reassessed(HoldReassessed reassessed) {
        database.sql("""
                        update legal_hold set reassess_on = :day, reassessed_by = :by, reassessed_at = :at
                         where hold_id = :hold""")
                .param("day", reassessed.reassessOn())
                .param("by", reassessed.by())
                .param("at", reassessed.at().atOffset(ZoneOffset.UTC))
                .param("hold", reassessed.holdId())
                .update();
    }

    void released(HoldReleased released) {
        database.sql("""
                        update legal_hold set release_reason = :reason, released_by = :by, released_at = :at
                         where hold_id = :hold""")
                .param("reason", released.reason())
                .param("by", released.by())
                .param("at", released.at().atOffset(ZoneOffset.UTC))
                .param("hold", released.holdId())
                .update();
    }

    /** Those in force, what is to be reassessed soonest first; or those that were released, the latest first. */
    List<KnownHold> all(boolean released) {
        return database.sql(
                        released
                                ? "select * from legal_hold where released_at is not null order by released_at desc, hold_id"
                                : "select * from legal_hold where released_at is null order by reassess_on, placed_at, hold_id")
                .query(KnownHold::row)
                .list();
    }

    /** All there ever were, as they are kept beside the epoch keys. */
    Map<UUID, KeptHold> kept() {
        return database.sql("select * from legal_hold").query(KnownHold::row).list().stream()
                .collect(Collectors.toMap(KnownHold::holdId, KnownHold::kept));
    }

    /** One of them. */
    Optional<KnownHold> of(UUID holdId) {
        return database.sql("select * from legal_hold where hold_id = :hold")
                .param("hold", holdId)
                .query(KnownHold::row)
                .optional();
    }

    /** Who released the last one that was; empty while none was. */
    public Optional<UUID> releasedLastBy() {
        return database.sql(
                        "select released_by from legal_hold where released_at is not null order by released_at desc limit 1")
                .query(UUID.class)
                .optional();
    }

    /** How many are in force. */
    int countInForce() {
        return database.sql("select count(*) from legal_hold where released_at is null")
                .query(Integer.class)
                .single();
    }

    /** How many of these somebody should have looked at by a day. */
    int countToReassess(LocalDate today) {
        return database.sql("select count(*) from legal_hold where released_at is null and reassess_on <= :today")
                .param("today", today)
                .query(Integer.class)
                .single();
    }
}
