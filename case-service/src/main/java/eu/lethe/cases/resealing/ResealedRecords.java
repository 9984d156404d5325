package eu.lethe.cases.resealing;

import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.contracts.sealing.SealedField;
import eu.lethe.platform.journal.Unseen;
import eu.lethe.platform.sealing.Clear;
import eu.lethe.platform.sealing.KeyRefused;
import eu.lethe.platform.sealing.Opener;
import eu.lethe.platform.sealing.Sealer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Opens what was sealed under a second record of a person, to seal it again in the same compartment of the kept one, when a
 * merge is settled. Nobody reads it.
 */
@Component
public class ResealedRecords {

    /** Words, and the record that they were sealed for. */
    public record Words(Sealed<String> sealed, UUID recordId) {}

    private final Opener opener;
    private final Sealer sealer;

    ResealedRecords(Opener opener, Sealer sealer) {
        this.opener = opener;
        this.sealer = sealer;
    }

    /**
     * The same, under the person's key, for the record that it was sealed for; empty when its key was destroyed.
     *
     * @throws KeyRefused when either key is suspended
     */
    public <T> Optional<Sealed<T>> under(
            UUID personId, SealedField<T> field, UUID recordId, @Nullable Sealed<T> sealed) {
        return under(personId, field, recordId, sealed, recordId);
    }

    /**
     * The same, under the person's key and for another record of theirs; empty when its key was destroyed.
     *
     * @throws KeyRefused when either key is suspended
     */
    public <T> Optional<Sealed<T>> under(
            UUID personId, SealedField<T> field, UUID from, @Nullable Sealed<T> sealed, UUID to) {
        return opener.reading(Unseen.RESEALING)
                .openUnlessDestroyed(field, from, sealed)
                .map(clear -> sealer.seal(personId, field, to, Clear.of(clear)));
    }

    /**
     * Words of several records as those of one; empty when there are none, or their keys were destroyed.
     *
     * @throws KeyRefused when a key is suspended
     */
    public Optional<Sealed<String>> together(UUID personId, SealedField<String> field, List<Words> words, UUID to) {
        var reading = opener.reading(Unseen.RESEALING);
        var opened = words.stream()
                .flatMap(part -> reading.openUnlessDestroyed(field, part.recordId(), part.sealed()).stream())
                .distinct()
                .collect(Collectors.joining("\n"));
        return opened.isEmpty() ? Optional.empty() : Optional.of(sealer.seal(personId, field, to, Clear.of(opened)));
    }
}
