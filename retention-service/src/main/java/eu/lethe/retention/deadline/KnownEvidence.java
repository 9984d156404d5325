package eu.lethe.retention.deadline;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.retention.deadline.Facts.Evidence;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Understands what retention-service has heard of evidence that outlives the file: how consents were given, and what was
 * answered or decided, with reasons. What has no key any more is no evidence.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class KnownEvidence {

    private final JdbcClient database;

    KnownEvidence(JdbcClient database) {
        this.database = database;
    }

    /** There is a record that is needed without an end; that an end was heard of earlier holds. */
    void inForce(UUID record, UUID personId, Compartment compartment) {
        put(record, personId, compartment, null);
    }

    /** There is a record that is needed for a time from this day on; the latest day holds. */
    void ended(UUID record, UUID personId, Compartment compartment, LocalDate on) {
        put(record, personId, compartment, on);
    }

    private void put(UUID record, UUID personId, Compartment compartment, @Nullable LocalDate endedOn) {
        database.sql("""
                        insert into known_evidence (record_id, person_id, compartment, ended_on)
                        values (:record, :person, :compartment, cast(:ended as date))
                        on conflict (record_id, compartment) do update
                           set ended_on = greatest(known_evidence.ended_on, excluded.ended_on)""")
                .param("record", record)
                .param("person", personId)
                .param("compartment", compartment.code())
                .param("ended", endedOn == null ? null : endedOn.toString())
                .update();
    }

    /** What there is of a person, with the day on which the last of it ended. */
    List<Evidence> of(UUID personId) {
        return database.sql("""
                        select compartment, case when bool_and(ended_on is not null) then max(ended_on) end as since
                          from known_evidence evidence
                         where person_id = :person
                           and exists (select 1 from content_key key
                                        where key.person_id = evidence.person_id and key.compartment = evidence.compartment)
                         group by compartment order by compartment""")
                .param("person", personId)
                .query((row, _) -> new Evidence(
                        new Compartment(row.getString("compartment")), row.getObject("since", LocalDate.class)))
                .list();
    }

    /** These keys are gone, and what they sealed. */
    void forgotten(UUID personId, Collection<KeyId> gone) {
        database.sql("""
                        delete from known_evidence
                         where person_id = :person and compartment = any (cast(:gone as text[]))""")
                .param("person", personId)
                .param(
                        "gone",
                        KnownPersons.codes(gone.stream().map(KeyId::compartment).toList()))
                .update();
    }
}
