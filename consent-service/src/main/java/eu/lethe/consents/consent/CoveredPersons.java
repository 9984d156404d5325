package eu.lethe.consents.consent;

import eu.lethe.consents.consent.NamedPartners.Candidate;
import eu.lethe.consents.person.Merges;
import eu.lethe.consents.purpose.Purpose;
import eu.lethe.consents.purpose.Purposes;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.rows.Cells;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Understands what of many persons somebody outside the agency may be handed, for the purposes they declared: what the law
 * hands to such a recipient of anybody, and what each person agreed to hand to them and has not taken back. A person of whom
 * nothing is known is looked for like any other, so that an answer takes as long.
 */
@Component
class CoveredPersons {

    private final Purposes purposes;
    private final Merges merges;
    private final NamedPartners partners;
    private final JdbcClient database;

    CoveredPersons(Purposes purposes, Merges merges, NamedPartners partners, JdbcClient database) {
        this.purposes = purposes;
        this.merges = merges;
        this.partners = partners;
        this.database = database;
    }

    /**
     * The compartments that are covered of each person; a purpose that is not in the register covers nothing.
     *
     * @param partner which of many, where the recipient stands for many: a consent to another is none, nor is one to nobody by name
     * @param recipient none for who works for the agency itself, whom only a consent that names none covers
     */
    Map<UUID, Set<Compartment>> of(
            Collection<UUID> personIds,
            Collection<String> declared,
            @Nullable String recipient,
            Optional<PartnerName> partner) {
        var serving = declared.stream()
                .map(purposes::of)
                .flatMap(purpose -> purpose.stream())
                .filter(purpose -> serves(purpose, recipient))
                .toList();
        var byLaw = serving.stream()
                .filter(purpose -> !purpose.consentRequired())
                .flatMap(purpose -> purpose.compartments().stream())
                .collect(Collectors.toSet());
        Map<UUID, Set<Compartment>> covered = new HashMap<>();
        personIds.forEach(person -> covered.put(person, new HashSet<>(byLaw)));
        var asking = serving.stream()
                .filter(Purpose::consentRequired)
                .map(Purpose::code)
                .toList();
        ofOnePerson(partners.naming(partner, given(personIds, asking, recipient)))
                .forEach(consent ->
                        Objects.requireNonNull(covered.get(consent.personId())).addAll(consent.compartments()));
        return covered;
    }

    /** What the law allows within the agency it does not allow outside it. */
    private static boolean serves(Purpose purpose, @Nullable String recipient) {
        return recipient == null
                ? purpose.consentRequired() && purpose.recipients().isEmpty()
                : purpose.hands(recipient);
    }

    /**
     * What a person agreed to.
     *
     * @param recordId in which record, their own or one that is said to be merged with it
     */
    private record Given(UUID personId, UUID recordId, List<Compartment> compartments) {

        boolean inOwnRecord() {
            return recordId.equals(personId);
        }
    }

    /** Of what was agreed to in another record, that which case-service says is of the same person. */
    private List<Given> ofOnePerson(List<Given> given) {
        var kept = merges.among(given.stream()
                .filter(consent -> !consent.inOwnRecord())
                .flatMap(consent -> Stream.of(consent.personId(), consent.recordId()))
                .collect(Collectors.toSet()));
        return given.stream()
                .filter(consent -> consent.inOwnRecord()
                        || kept.getOrDefault(consent.personId(), consent.personId())
                                .equals(kept.getOrDefault(consent.recordId(), consent.recordId())))
                .toList();
    }

    /** In all records of each person: what was agreed to in a duplicate holds for the one that is kept. */
    private List<Candidate<Given>> given(Collection<UUID> personIds, List<String> asking, @Nullable String recipient) {
        return database.sql("""
                        with asked as (
                            select wanted.person_id, coalesce(merged.person_id, wanted.person_id) as kept_id
                              from unnest(:persons) as wanted (person_id)
                              left join merged_person merged on merged.duplicate_id = wanted.person_id),
                        record as (
                            select person_id, kept_id as record_id from asked
                            union
                            select asked.person_id, merged.duplicate_id
                              from asked join merged_person merged on merged.person_id = asked.kept_id)
                        select record.person_id as asked_id, record.record_id, in_force.*, consent.compartments
                          from record
                          join consent_in_force in_force on in_force.person_id = record.record_id
                          join consent on consent.consent_id = in_force.consent_id
                         where in_force.purpose = any (:purposes)
                           and in_force.recipient is not distinct from cast(:recipient as text)""")
                .param("persons", personIds.toArray(UUID[]::new))
                .param("purposes", asking.toArray(String[]::new))
                .param("recipient", recipient)
                .query((row, _) -> ConsentsInForce.candidate(
                        row,
                        new Given(
                                row.getObject("asked_id", UUID.class),
                                row.getObject("record_id", UUID.class),
                                Cells.compartments(row, "compartments"))))
                .list();
    }
}
