package eu.lethe.contracts.sealing;

import java.util.UUID;

/**
 * Understands a field whose values are sealed: what it is called, which compartment it belongs to, what it holds. It is said once,
 * beside the events; sealing, opening and sealing anew follow from it.
 *
 * @param name of the member of the event, and in the context
 * @param type what is inside once opened
 */
public record SealedField<T>(String name, Compartment compartment, Class<T> type) {

    /** Where the field of one record is sealed for. */
    public SealingContext in(UUID recordId) {
        return new SealingContext(recordId, name);
    }

    /** The same field, sealed a second time under another key: a seal within a seal, in the same place. */
    @SuppressWarnings("unchecked") // there is one class of sealed values, whatever they hold
    public SealedField<Sealed<T>> twice() {
        return new SealedField<>(name, compartment, (Class<Sealed<T>>) (Class<?>) Sealed.class);
    }
}
