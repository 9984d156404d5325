package eu.lethe.cases.contact;

import eu.lethe.cases.contact.ContactCommand.Place;
import eu.lethe.cases.contact.ContactContent.Attachment;
import eu.lethe.cases.contact.ContactContent.Coding;
import eu.lethe.cases.contact.ContactContent.Wording;
import eu.lethe.contracts.events.cases.AttachmentDetails;
import eu.lethe.contracts.events.cases.Circumstances;
import eu.lethe.contracts.events.cases.Codes;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.contracts.sealing.SealingContext;
import eu.lethe.platform.sealing.Clear;
import eu.lethe.platform.sealing.Opener;
import eu.lethe.platform.sealing.Sealer;
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

    /** The content as it is filed in another place. Codes whose key is gone are gone. */
    ContactContent contentFor(Place place, ContactContent wrong) {
        var wording = wrong.wording();
        var coding = wrong.coding();
        return new ContactContent(
                new Wording(
                        place.contactId(),
                        wording.date(),
                        reseal(wording.text(), wording.revisionId(), place, "text", String.class),
                        wording.circumstances() == null
                                ? null
                                : reseal(
                                        wording.circumstances(),
                                        wording.revisionId(),
                                        place,
                                        "circumstances",
                                        Circumstances.class)),
                new Coding(
                        place.contactId(),
                        codes(coding.codes(), coding.codingId(), place, "codes"),
                        codes(coding.healthCodes(), coding.codingId(), place, "healthCodes")),
                wrong.mentioned().stream()
                        .filter(person -> !person.equals(place.personId()))
                        .toList(),
                attachments(place, wrong),
                wrong.author());
    }

    private Map<UUID, Attachment> attachments(Place place, ContactContent wrong) {
        var moved = new LinkedHashMap<UUID, Attachment>();
        wrong.attachments().forEach((wrongId, attachment) -> {
            var attachmentId = UUID.randomUUID();
            attachments.move(wrongId, attachmentId, place);
            var details =
                    opener.open(attachment.details(), new SealingContext(wrongId, "details"), AttachmentDetails.class);
            moved.put(
                    attachmentId,
                    new Attachment(
                            sealer.seal(
                                    place.personId(),
                                    attachment.details().keyId().compartment(),
                                    new SealingContext(attachmentId, "details"),
                                    Clear.of(details)),
                            attachment.size()));
        });
        return moved;
    }

    private <T> Sealed<T> reseal(Sealed<T> sealed, UUID recordId, Place place, String field, Class<T> type) {
        var clear = Clear.of(opener.open(sealed, new SealingContext(recordId, field), type));
        return sealAnew(sealed, place, field, clear);
    }

    private @Nullable Sealed<Codes> codes(@Nullable Sealed<Codes> sealed, UUID recordId, Place place, String field) {
        return sealed == null
                ? null
                : opener.openUnlessDestroyed(sealed, new SealingContext(recordId, field), Codes.class)
                        .map(codes -> sealAnew(sealed, place, field, Clear.of(codes)))
                        .orElse(null);
    }

    private <T> Sealed<T> sealAnew(Sealed<T> sealed, Place place, String field, Clear<T> clear) {
        return sealer.seal(
                place.personId(), sealed.keyId().compartment(), new SealingContext(place.contactId(), field), clear);
    }
}
