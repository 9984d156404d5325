package eu.lethe.cases.contact;

import eu.lethe.cases.contact.ContactCommand.Place;
import eu.lethe.cases.contact.ContactContent.Attachment;
import eu.lethe.cases.contact.ContactContent.Coding;
import eu.lethe.cases.contact.ContactContent.Wording;
import eu.lethe.cases.contact.WordingHistory.Correction;
import eu.lethe.cases.contact.WordingHistory.Version;
import eu.lethe.cases.contact.attachment.AttachmentContents;
import eu.lethe.contracts.events.cases.ContactEvent;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.contracts.sealing.SealedField;
import eu.lethe.platform.journal.Unseen;
import eu.lethe.platform.sealing.Clear;
import eu.lethe.platform.sealing.Opener;
import eu.lethe.platform.sealing.Reading;
import eu.lethe.platform.sealing.Sealer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens a contact to seal it again under another person's keys, when it was filed under the wrong one. Nobody reads it. */
@Component
class ResealedContents {

    private final Opener opener;
    private final Sealer sealer;
    private final AttachmentContents attachments;

    ResealedContents(Opener opener, Sealer sealer, AttachmentContents attachments) {
        this.opener = opener;
        this.sealer = sealer;
        this.attachments = attachments;
    }

    /** The content as it is filed in another place. Codes and earlier wordings whose key is gone are gone. */
    RefiledContent contentFor(Place place, ContactContent wrong, WordingHistory wordings) {
        return new RefiledContent(
                wordings(place, wordings),
                coding(place, wrong.coding()),
                wrong.mentioned().stream()
                        .filter(person -> !person.equals(place.personId()))
                        .toList(),
                attachments(place, wrong));
    }

    private WordingHistory wordings(Place place, WordingHistory wrong) {
        opener.reading(Unseen.RESEALING).prepare(wrong.sealed());
        var anew = new ArrayList<Version>();
        for (var version : wrong.versions()) {
            // whichever is the first that can still be read is sealed for the contact itself
            var revisionId = anew.isEmpty() ? place.contactId() : UUID.randomUUID();
            var wording = version.wording();
            var resealing = new Resealing(wording.revisionId(), place.personId(), revisionId);
            var text = version.equals(wrong.inForce())
                    ? resealing.whole(ContactEvent.TEXT, wording.text())
                    : resealing.ifLeft(ContactEvent.TEXT, wording.text());
            if (text != null) {
                var circumstances = resealing.ifLeft(ContactEvent.CIRCUMSTANCES, wording.circumstances());
                anew.add(new Version(
                        new Wording(revisionId, wording.date(), text, circumstances),
                        correction(version.correction(), resealing),
                        version.author(),
                        version.at()));
            }
        }
        return new WordingHistory(anew);
    }

    private static @Nullable Correction correction(@Nullable Correction wrong, Resealing resealing) {
        return wrong == null
                ? null
                : new Correction(wrong.reason(), resealing.ifLeft(ContactEvent.REASON_TEXT, wrong.reasonText()));
    }

    private Coding coding(Place place, Coding wrong) {
        var resealing = new Resealing(wrong.codingId(), place.personId(), place.contactId());
        return new Coding(
                place.contactId(),
                resealing.ifLeft(ContactEvent.CODES, wrong.codes()),
                resealing.ifLeft(ContactEvent.HEALTH_CODES, wrong.healthCodes()));
    }

    private Map<UUID, Attachment> attachments(Place place, ContactContent wrong) {
        var moved = new LinkedHashMap<UUID, Attachment>();
        wrong.attachments().forEach((wrongId, attachment) -> {
            var attachmentId = UUID.randomUUID();
            attachments.move(wrongId, attachmentId, place.fileId(), place.personId());
            var details = new Resealing(wrongId, place.personId(), attachmentId)
                    .whole(ContactEvent.DETAILS, attachment.details());
            moved.put(attachmentId, new Attachment(details, attachment.size()));
        });
        return moved;
    }

    /** From the record that something was sealed for, to one of another person. */
    private final class Resealing {

        private final Reading reading = opener.reading(Unseen.RESEALING);
        private final UUID from;
        private final UUID personId;
        private final UUID to;

        Resealing(UUID from, UUID personId, UUID to) {
            this.from = from;
            this.personId = personId;
            this.to = to;
        }

        /** What must not be lost: if its key is gone, nothing is moved. */
        <T> Sealed<T> whole(SealedField<T> field, Sealed<T> sealed) {
            return anew(field, reading.open(field, from, sealed));
        }

        /** What is there no more if its key was destroyed. */
        <T> @Nullable Sealed<T> ifLeft(SealedField<T> field, @Nullable Sealed<T> sealed) {
            return reading.openUnlessDestroyed(field, from, sealed)
                    .map(clear -> anew(field, clear))
                    .orElse(null);
        }

        private <T> Sealed<T> anew(SealedField<T> field, T clear) {
            return sealer.seal(personId, field, to, Clear.of(clear));
        }
    }
}
