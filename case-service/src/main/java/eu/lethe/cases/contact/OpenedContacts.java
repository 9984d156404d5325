package eu.lethe.cases.contact;

import eu.lethe.contracts.events.cases.AttachmentDetails;
import eu.lethe.contracts.events.cases.Circumstances;
import eu.lethe.contracts.events.cases.ContactEvent;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.contracts.sealing.SealedField;
import eu.lethe.platform.sealing.KeyRefused;
import eu.lethe.platform.sealing.Opener;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
     * @param circumstances null when there are none, or their key is gone
     * @param codes null when a key of theirs is gone
     * @param unreadable the compartments whose keys are gone
     */
    public record Opened(
            Contacts.Row contact,
            @Nullable String text,
            @Nullable Circumstances circumstances,
            @Nullable List<String> codes,
            Set<Compartment> unreadable) {}

    /** What could be read of an earlier wording. */
    record Wording(
            Revisions.Row revision,
            @Nullable String text,
            @Nullable Circumstances circumstances,
            @Nullable String reasonText) {}

    /** What could be read of a document's details. */
    public record Document(
            Attachments.Row attachment, @Nullable AttachmentDetails details) {}

    private final Opener opener;

    OpenedContacts(Opener opener) {
        this.opener = opener;
    }

    /** Leases the keys of everything given in one round trip. */
    public void prepare(Stream<Sealed<?>> ofPerson, Collection<Contacts.Row> contacts) {
        opener.prepare(Stream.concat(
                        ofPerson,
                        contacts.stream()
                                .flatMap(contact -> present(
                                        contact.text(),
                                        contact.circumstances(),
                                        contact.codes(),
                                        contact.healthCodes())))
                .toList());
    }

    /** Opens each contact; what one compartment's missing key hides does not hide the rest. */
    public List<Opened> open(List<Contacts.Row> contacts) {
        var refused = new HashSet<KeyId>();
        return contacts.stream().map(contact -> open(contact, refused)).toList();
    }

    /** Opens each wording. */
    List<Wording> openWordings(List<Revisions.Row> revisions) {
        opener.prepare(revisions.stream()
                .flatMap(revision -> present(revision.text(), revision.circumstances(), revision.reasonText()))
                .toList());
        var reading = new Reading(new HashSet<>(), new HashSet<>());
        return revisions.stream()
                .map(revision -> new Wording(
                        revision,
                        reading.open(ContactEvent.TEXT, revision.revisionId(), revision.text())
                                .orElse(null),
                        reading.open(ContactEvent.CIRCUMSTANCES, revision.revisionId(), revision.circumstances())
                                .orElse(null),
                        reading.open(ContactEvent.REASON_TEXT, revision.revisionId(), revision.reasonText())
                                .orElse(null)))
                .toList();
    }

    /** Opens what each document is called. */
    public List<Document> openDocuments(List<Attachments.Row> attachments) {
        var reading = new Reading(new HashSet<>(), new HashSet<>());
        return attachments.stream()
                .map(attachment -> new Document(
                        attachment,
                        reading.open(ContactEvent.DETAILS, attachment.attachmentId(), attachment.details())
                                .map(OpenedContacts::safelyNamed)
                                .orElse(null)))
                .toList();
    }

    /** Names were kept as they came once. */
    private static AttachmentDetails safelyNamed(AttachmentDetails details) {
        var name = SafeFileName.of(details.name(), details.mediaType()).text();
        return new AttachmentDetails(name, details.mediaType(), details.sha256());
    }

    private Opened open(Contacts.Row contact, Set<KeyId> refused) {
        var reading = new Reading(refused, new HashSet<>(contact.unreadable()));
        var text = reading.open(ContactEvent.TEXT, contact.revisionId(), contact.text());
        var circumstances = reading.open(ContactEvent.CIRCUMSTANCES, contact.revisionId(), contact.circumstances());
        var codes = new ArrayList<String>();
        reading.open(ContactEvent.CODES, contact.codingId(), contact.codes())
                .ifPresent(opened -> codes.addAll(opened.codes()));
        reading.open(ContactEvent.HEALTH_CODES, contact.codingId(), contact.healthCodes())
                .ifPresent(opened -> codes.addAll(opened.codes()));
        var unreadable = reading.unreadable();
        var codesGone = unreadable.contains(Compartment.CODING) || unreadable.contains(Compartment.HEALTH);
        return new Opened(
                contact,
                text.orElse(null),
                circumstances.orElse(null),
                codesGone && codes.isEmpty() ? null : codes,
                unreadable);
    }

    private static Stream<Sealed<?>> present(@Nullable Sealed<?>... values) {
        return Stream.<@Nullable Sealed<?>>of(values).<Sealed<?>>mapMulti((value, kept) -> {
            if (value != null) {
                kept.accept(value);
            }
        });
    }

    /** Remembers which keys were refused, and what that hides. */
    private final class Reading {

        private final Set<KeyId> refused;
        private final Set<Compartment> unreadable;

        Reading(Set<KeyId> refused, Set<Compartment> unreadable) {
            this.refused = refused;
            this.unreadable = unreadable;
        }

        Set<Compartment> unreadable() {
            return unreadable;
        }

        <T> Optional<T> open(SealedField<T> field, UUID recordId, @Nullable Sealed<T> sealed) {
            if (sealed == null) {
                return Optional.empty();
            }
            if (!refused.contains(sealed.keyId())) {
                try {
                    return Optional.of(opener.open(field, recordId, sealed));
                } catch (KeyRefused gone) {
                    // destroyed, or suspended on its own: the file goes on without it
                    refused.add(sealed.keyId());
                }
            }
            unreadable.add(sealed.keyId().compartment());
            return Optional.empty();
        }
    }
}
