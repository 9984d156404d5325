package eu.lethe.retention.certificate;

import eu.lethe.contracts.certificate.ErasureCertificate.Confirmation;
import java.util.List;
import java.util.UUID;

/**
 * Understands what an erasure says it did, to be checked before anything is certified.
 *
 * @param reason its code
 * @param persons those whose keys were removed
 * @param confirmations of the services
 */
public record Erased(UUID erasureId, String reason, List<Person> persons, List<Confirmation> confirmations) {

    /**
     * One person, by the codes under which they are counted.
     *
     * @param rule the rule of the schedule, or the reason where no rule asked for it
     */
    public record Person(String rule, String unit) {}

    /** Copies the lists. */
    public Erased {
        persons = List.copyOf(persons);
        confirmations = List.copyOf(confirmations);
    }
}
