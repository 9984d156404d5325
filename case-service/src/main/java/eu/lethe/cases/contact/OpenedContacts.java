package eu.lethe.cases.contact;

import eu.lethe.contracts.events.cases.Codes;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.contracts.sealing.SealingContext;
import eu.lethe.platform.sealing.KeyRefused;
import eu.lethe.platform.sealing.Opener;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens what was said at contacts, for a worker who reads the file. */
@Component
public class OpenedContacts {

    /**
     * What could be read of a contact.
     *
     * @param text null when its key is gone
     * @param codes null when a key of theirs is gone
     * @param unreadable the compartments whose keys are gone
     */
    public record Opened(
            Contacts.Row contact,
            @Nullable String text,
            @Nullable List<String> codes,
            Set<Compartment> unreadable) {}

    private final Opener opener;

    OpenedContacts(Opener opener) {
        this.opener = opener;
    }

    /** Leases the keys of everything given in one round trip. */
    public void prepare(Stream<Sealed<?>> ofPerson, Collection<Contacts.Row> contacts) {
        opener.prepare(Stream.concat(ofPerson, contacts.stream().flatMap(OpenedContacts::sealed))
                .toList());
    }

    /** Opens each contact; what one compartment's missing key hides does not hide the rest. */
    public List<Opened> open(List<Contacts.Row> contacts) {
        var refused = new HashSet<KeyId>();
        return contacts.stream().map(contact -> open(contact, refused)).toList();
    }

    private Opened open(Contacts.Row contact, Set<KeyId> refused) {
        var unreadable = new HashSet<>(contact.unreadable());
        var text = open(contact, contact.text(), "text", String.class, refused, unreadable);
        var codes = new ArrayList<String>();
        open(contact, contact.codes(), "codes", Codes.class, refused, unreadable)
                .ifPresent(opened -> codes.addAll(opened.codes()));
        open(contact, contact.healthCodes(), "healthCodes", Codes.class, refused, unreadable)
                .ifPresent(opened -> codes.addAll(opened.codes()));
        var codesGone = unreadable.contains(Compartment.CODING) || unreadable.contains(Compartment.HEALTH);
        return new Opened(contact, text.orElse(null), codesGone && codes.isEmpty() ? null : codes, unreadable);
    }

    private <T> Optional<T> open(
            Contacts.Row contact,
            @Nullable Sealed<T> sealed,
            String field,
            Class<T> type,
            Set<KeyId> refused,
            Set<Compartment> unreadable) {
        if (sealed == null) {
            return Optional.empty();
        }
        if (!refused.contains(sealed.keyId())) {
            try {
                return Optional.of(opener.open(sealed, new SealingContext(contact.contactId(), field), type));
            } catch (KeyRefused gone) {
                // destroyed, or suspended on its own: the file goes on without it
                refused.add(sealed.keyId());
            }
        }
        unreadable.add(sealed.keyId().compartment());
        return Optional.empty();
    }

    private static Stream<Sealed<?>> sealed(Contacts.Row contact) {
        return Stream.<@Nullable Sealed<?>>of(contact.text(), contact.codes(), contact.healthCodes())
                .<Sealed<?>>mapMulti((value, kept) -> {
                    if (value != null) {
                        kept.accept(value);
                    }
                });
    }
}
