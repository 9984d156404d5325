package eu.lethe.cases.contact;

import eu.lethe.contracts.events.cases.Circumstances;
import eu.lethe.contracts.events.cases.Codes;
import eu.lethe.contracts.events.cases.ContactEvent;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.sealing.Reading;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Understands what could be read of a contact: what one compartment's missing key hides does not hide the rest.
 *
 * @param text null when its key is gone
 * @param circumstances null when there are none, or their key is gone
 * @param codes null when a key of theirs is gone
 * @param unreadable the compartments whose keys are gone
 */
public record OpenedContact(
        Contacts.Row contact,
        @Nullable String text,
        @Nullable Circumstances circumstances,
        @Nullable List<String> codes,
        Set<Compartment> unreadable) {

    /** Opens a contact. */
    public static OpenedContact of(Contacts.Row contact, Reading reading) {
        var text = reading.openIfLeased(ContactEvent.TEXT, contact.revisionId(), contact.text());
        var circumstances =
                reading.openIfLeased(ContactEvent.CIRCUMSTANCES, contact.revisionId(), contact.circumstances());
        var codes = Stream.of(
                        reading.openIfLeased(ContactEvent.CODES, contact.codingId(), contact.codes()),
                        reading.openIfLeased(ContactEvent.HEALTH_CODES, contact.codingId(), contact.healthCodes()))
                .flatMap(opened -> opened.map(Codes::codes).stream().flatMap(List::stream))
                .toList();
        var unreadable = new HashSet<>(contact.unreadable());
        contact.sealed()
                .<Compartment>mapMulti((value, hidden) -> {
                    if (value != null && reading.hides(value)) {
                        hidden.accept(value.keyId().compartment());
                    }
                })
                .forEach(unreadable::add);
        var codesGone = unreadable.contains(Compartment.CODING) || unreadable.contains(Compartment.HEALTH);
        return new OpenedContact(
                contact,
                text.orElse(null),
                circumstances.orElse(null),
                codesGone && codes.isEmpty() ? null : codes,
                unreadable);
    }

    @Override
    public String toString() {
        return "OpenedContact[" + contact.contactId() + "]";
    }
}
