package eu.lethe.retention.erasure;

import eu.lethe.platform.time.BusinessClock;
import eu.lethe.retention.keys.RemovalTurn;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Understands how much of the base all erasures of a time take together: those asked for, those under way, and what the last
 * days removed. Each person counts once, who was given back not at all.
 */
@Component
class Tally {

    /** Whose keys an approved erasure holds, or has removed within the window. */
    private static final String APPROVED = """
            select person_id, erasure_id from content_key where erasure_id is not null
            union select person_id, erasure_id from key_ledger where removed_on > :since""";

    private static final String OPEN = APPROVED + " union select person_id, erasure_id from erasure_claim";

    private static final String BASE = """
            select count(*) from known_person
             where not erased
                or person_id in (select person_id from key_ledger where removed_on > :since and whole_person)""";

    private final JdbcClient database;
    private final ErasureProperties properties;
    private final BusinessClock clock;
    private final RemovalTurn turn;

    Tally(JdbcClient database, ErasureProperties properties, BusinessClock clock, RemovalTurn turn) {
        this.database = database;
        this.properties = properties;
        this.clock = clock;
        this.turn = turn;
    }

    /**
     * What some persons and the others come to.
     *
     * @param persons how many of the run that is looked at
     * @param together how many with all the others
     * @param base of how many
     * @param confirmed the largest number that somebody typed for it
     */
    record Count(int persons, int together, int base, int confirmed) {

        double share() {
            return ShareOfBase.of(together, base);
        }

        boolean exceeds(double limit) {
            return share() > limit;
        }

        /** Whether somebody typed this number, or a larger one. */
        boolean isConfirmed() {
            return confirmed >= together;
        }
    }

    /** The others at one moment. */
    record Figures(Set<UUID> others, int base, int confirmed) {

        /** With these persons. */
        Count with(Collection<UUID> persons) {
            var together = new HashSet<>(others);
            together.addAll(persons);
            return new Count(Set.copyOf(persons).size(), together.size(), base, confirmed);
        }
    }

    /** Lets nobody else count, nor place a hold, until this transaction ends. */
    void alone() {
        turn.take();
    }

    /** What is asked for, under way and removed within the window. */
    Figures open() {
        return figures(OPEN);
    }

    /** The same without what was asked for and not approved: this is what is about to happen, or just happened. */
    Figures approved() {
        return figures(APPROVED);
    }

    private Figures figures(String which) {
        var since = windowBegan();
        var others = new HashSet<>(database.sql("select distinct person_id from (" + which + ") as taken")
                .param("since", since)
                .query(UUID.class)
                .list());
        var base = database.sql(BASE).param("since", since).query(Integer.class).single();
        var confirmed = database.sql("select coalesce(max(persons), 0) from erasure_confirmation"
                        + " where erasure_id in (select erasure_id from (" + which + ") as taken)")
                .param("since", since)
                .query(Integer.class)
                .single();
        return new Figures(others, base, confirmed);
    }

    private LocalDate windowBegan() {
        return clock.today().minusDays(properties.shareWindow().toDays());
    }

    /** An erasure takes these persons. */
    void claim(UUID erasureId, Collection<UUID> persons) {
        database.sql("""
                        insert into erasure_claim (erasure_id, person_id)
                        select :erasure, unnest(cast(:persons as uuid[])) on conflict do nothing""")
                .param("erasure", erasureId)
                .param("persons", texts(persons))
                .update();
    }

    /** It does not take these any more. */
    void release(UUID erasureId, Collection<UUID> persons) {
        database.sql(
                        "delete from erasure_claim where erasure_id = :erasure and person_id = any (cast(:persons as uuid[]))")
                .param("erasure", erasureId)
                .param("persons", texts(persons))
                .update();
    }

    /** It takes nobody but those whose keys it holds or has removed. */
    void release(UUID erasureId) {
        database.sql("delete from erasure_claim where erasure_id = :erasure")
                .param("erasure", erasureId)
                .update();
    }

    /** Somebody typed a number for it. */
    void confirm(UUID erasureId, int persons) {
        database.sql("""
                        insert into erasure_confirmation (erasure_id, persons) values (:erasure, :persons)
                        on conflict (erasure_id) do update
                           set persons = greatest(erasure_confirmation.persons, excluded.persons)""").param("erasure", erasureId).param("persons", persons).update();
    }

    private static String[] texts(Collection<UUID> persons) {
        return persons.stream().map(UUID::toString).toArray(String[]::new);
    }
}
