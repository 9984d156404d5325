package eu.lethe.cases.contact;

import eu.lethe.cases.contact.ContactCommand.Place;
import eu.lethe.cases.contact.ContactContent.Attachment;
import eu.lethe.cases.contact.ContactContent.Coding;
import eu.lethe.cases.contact.WordingHistory.Version;
import eu.lethe.cases.household.HouseholdsOfThatDay;
import eu.lethe.contracts.events.cases.ContactEvent.ContactCorrected;
import eu.lethe.contracts.events.cases.ContactEvent.ContactRecorded;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Understands how a contact that is moved is told again from its beginning where it belongs, sealed for that place. All of
 * it is told at the moment of the move, for that is when the file came to have it; when each wording was written is told
 * besides.
 *
 * @param coding in force: codes have no history
 * @param mentioned in force
 */
record RefiledContent(WordingHistory wordings, Coding coding, List<UUID> mentioned, Map<UUID, Attachment> attachments) {

    RefiledContent {
        mentioned = List.copyOf(mentioned);
        attachments = Map.copyOf(attachments);
    }

    /** As it was worded first. */
    ContactRecorded recorded(Place place, HouseholdsOfThatDay households, UUID filedBy, Instant at) {
        var first = wordings.first();
        return new ContactRecorded(
                place.fileId(),
                place.personId(),
                place.contactId(),
                place.unit(),
                first.wording().date(),
                households.of(place.personId(), first.wording().date()),
                first.wording().text(),
                coding.codes(),
                coding.healthCodes(),
                mentioned,
                first.wording().circumstances(),
                filedBy,
                first.at(),
                first.author(),
                at);
    }

    /** As it was worded since. */
    List<ContactCorrected> corrections(Place place, HouseholdsOfThatDay households, Instant at) {
        return wordings.corrections().stream()
                .map(version -> corrected(version, place, households, at))
                .toList();
    }

    private ContactCorrected corrected(Version version, Place place, HouseholdsOfThatDay households, Instant at) {
        var correction = Objects.requireNonNull(version.correction());
        return new ContactCorrected(
                place.fileId(),
                place.personId(),
                place.contactId(),
                version.wording().revisionId(),
                version.wording().date(),
                households.of(place.personId(), version.wording().date()),
                version.wording().text(),
                version.wording().circumstances(),
                mentioned,
                correction.reason(),
                correction.reasonText(),
                version.at(),
                version.author(),
                at);
    }
}
