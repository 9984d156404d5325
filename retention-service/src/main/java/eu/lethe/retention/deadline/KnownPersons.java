package eu.lethe.retention.deadline;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.KeyId;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Understands what retention-service has heard of persons. Everything may be told twice, and in another order. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class KnownPersons {

    private final JdbcClient database;

    KnownPersons(JdbcClient database) {
        this.database = database;
    }

    /**
     * What is known of somebody who is locked.
     *
     * @param erased whether nothing of the person is left but evidence
     */
    record Locked(boolean erased) {}

    /** Makes sure that nobody else changes what is known of the person until the transaction ends. */
    Locked lock(UUID personId) {
        return locked(personId).orElseGet(() -> {
            database.sql("insert into known_person (person_id) values (:person) on conflict do nothing")
                    .param("person", personId)
                    .update();
            return locked(personId).orElseThrow();
        });
    }

    private Optional<Locked> locked(UUID personId) {
        return database.sql("select erased from known_person where person_id = :person for update")
                .param("person", personId)
                .query((row, _) -> new Locked(row.getBoolean("erased")))
                .optional();
    }

    void registered(UUID personId, String unit, LocalDate today, Instant at) {
        inUnit(personId, unit, at);
        database.sql("""
                        update known_person set registered_on = coalesce(registered_on, :today)
                         where person_id = :person""").param("today", today).param("person", personId).update();
    }

    /** The person is with a unit, as somebody said at a moment. The latest word holds. */
    void inUnit(UUID personId, String unit, Instant at) {
        database.sql("""
                        with leaving as (
                            insert into unit_left (person_id, unit, left_at)
                            select person_id, unit, :at from known_person
                             where person_id = :person and unit <> :unit and (unit_at is null or unit_at <= :at)
                            on conflict (person_id, unit) do update
                               set left_at = greatest(unit_left.left_at, excluded.left_at)
                        )
                        update known_person set unit = :unit, unit_at = :at
                         where person_id = :person and (unit_at is null or unit_at <= :at)""")
                .param("unit", unit)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("person", personId)
                .update();
    }

    void consentGranted(UUID consentId, UUID personId, Collection<Compartment> compartments) {
        database.sql("""
                        insert into known_consent (consent_id, person_id, compartments)
                        values (:consent, :person, cast(:compartments as text[])) on conflict do nothing""")
                .param("consent", consentId)
                .param("person", personId)
                .param("compartments", codes(compartments))
                .update();
    }

    void consentWithdrawn(UUID consentId, UUID personId, Collection<Compartment> compartments, LocalDate on) {
        database.sql("""
                        insert into known_consent (consent_id, person_id, compartments, withdrawn_on)
                        values (:consent, :person, cast(:compartments as text[]), :on)
                        on conflict (consent_id) do update set withdrawn_on = excluded.withdrawn_on
                         where known_consent.withdrawn_on is null""")
                .param("consent", consentId)
                .param("person", personId)
                .param("compartments", codes(compartments))
                .param("on", on)
                .update();
    }

    void consentLapsed(UUID consentId, UUID personId) {
        database.sql("""
                        insert into known_consent (consent_id, person_id, compartments, lapsed)
                        values (:consent, :person, '{}', true)
                        on conflict (consent_id) do update set lapsed = true""").param("consent", consentId).param("person", personId).update();
    }

    void active(UUID personId, Instant at) {
        database.sql("update known_person set last_activity = greatest(last_activity, :at) where person_id = :person")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("person", personId)
                .update();
    }

    /** Nothing is left of the person but evidence. */
    void erased(UUID personId, LocalDate on) {
        database.sql("update known_person set erased = true, erased_on = :on where person_id = :person")
                .param("on", on)
                .param("person", personId)
                .update();
        database.sql("delete from known_consent where person_id = :person")
                .param("person", personId)
                .update();
    }

    /** Some compartments are gone: the consents that were withdrawn have nothing left to destroy there. */
    void forgotten(UUID personId, Collection<KeyId> gone) {
        database.sql("""
                        update known_consent
                           set compartments = array(select kept from unnest(compartments) kept
                                                     where kept <> all (cast(:gone as text[])))
                         where person_id = :person and withdrawn_on is not null""")
                .param("gone", codes(gone.stream().map(KeyId::compartment).toList()))
                .param("person", personId)
                .update();
        gone.stream()
                .filter(key -> key.compartment().equals(Compartment.HEALTH))
                .forEach(key -> database.sql("""
                                update known_person set health_gone = greatest(health_gone, :generation)
                                 where person_id = :person""")
                        .param("generation", key.generation())
                        .param("person", personId)
                        .update());
    }

    String inForce(UUID personId) {
        return database.sql("select in_force from known_person where person_id = :person")
                .param("person", personId)
                .query(String.class)
                .single();
    }

    void inForce(UUID personId, String deadlines) {
        database.sql("update known_person set in_force = :deadlines where person_id = :person")
                .param("deadlines", deadlines)
                .param("person", personId)
                .update();
    }

    static List<Compartment> compartments(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray()).map(Compartment::new).toList();
    }

    static String[] codes(Collection<Compartment> compartments) {
        return compartments.stream().map(Compartment::code).toArray(String[]::new);
    }
}
