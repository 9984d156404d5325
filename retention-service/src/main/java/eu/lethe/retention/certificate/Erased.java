package eu.lethe.retention.certificate;

import eu.lethe.contracts.certificate.ErasureCertificate.Confirmation;
import eu.lethe.contracts.certificate.ErasureCertificate.Decided;
import eu.lethe.contracts.certificate.ErasureCertificate.TakenUp;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Understands what an erasure says it did, to be checked before anything is certified.
 *
 * @param inLedger under which erasure the ledger has its keys
 * @param reason its code
 * @param takenUp set when it was taken up after a restore
 * @param decided by whom, by their roles; absent where nobody knows any more
 * @param persons those whose keys were removed
 * @param confirmations of the services
 * @param late which services keys did not wait for any longer; absent where nobody knows any more
 */
public record Erased(
        UUID erasureId,
        UUID inLedger,
        String reason,
        @Nullable TakenUp takenUp,
        @Nullable Decided decided,
        List<Person> persons,
        List<Confirmation> confirmations,
        @Nullable List<String> late) {

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
        late = late == null ? null : late.stream().sorted().toList();
    }
}
