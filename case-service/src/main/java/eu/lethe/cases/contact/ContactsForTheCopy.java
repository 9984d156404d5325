package eu.lethe.cases.contact;

import eu.lethe.contracts.events.cases.Circumstances;
import eu.lethe.platform.sealing.Reading;
import eu.lethe.platform.time.BusinessClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Understands what a person's copy says of contacts beside what is in force (GDPR 15): how they were worded before and why they
 * are not any more, and which were taken back and are still kept.
 */
@Component
public class ContactsForTheCopy {

    /**
     * An earlier wording.
     *
     * @param text null once its key is gone
     * @param reason why another took its place
     */
    public record Earlier(
            UUID revisionId,
            LocalDate date,
            @Nullable String text,
            @Nullable Circumstances circumstances,
            UUID author,
            Instant writtenAt,
            Instant replacedAt,
            @Nullable String reason,
            @Nullable String reasonText) {

        @Override
        public String toString() {
            return "Earlier[" + date + "]";
        }
    }

    /** A contact that was taken back, and the day on which it is deleted for good. */
    public record Withdrawn(LocalDate on, LocalDate erasedOn) {}

    private final Contacts contacts;
    private final ContactGaps gaps;
    private final Revisions revisions;
    private final BusinessClock clock;

    ContactsForTheCopy(Contacts contacts, ContactGaps gaps, Revisions revisions, BusinessClock clock) {
        this.contacts = contacts;
        this.gaps = gaps;
        this.revisions = revisions;
        this.clock = clock;
    }

    /** Some of those in files and, still kept, of those that were taken back from them, in the order in which they are asked for. */
    public List<Contacts.Row> kept(Collection<UUID> fileIds, List<UUID> contactIds) {
        var kept = contacts.kept(fileIds, contactIds).stream()
                .collect(Collectors.toMap(Contacts.Row::contactId, Function.identity()));
        return contactIds.stream().map(kept::get).filter(Objects::nonNull).toList();
    }

    /** When contacts of files were taken back, by contact. */
    public Map<UUID, Withdrawn> withdrawnFrom(Collection<UUID> fileIds) {
        var withdrawn = new HashMap<UUID, Withdrawn>();
        fileIds.stream()
                .flatMap(file -> gaps.of(file).stream())
                .forEach(gap ->
                        withdrawn.put(gap.contactId(), new Withdrawn(clock.dayOf(gap.withdrawnAt()), gap.erasedOn())));
        return withdrawn;
    }

    /** How a contact was worded before, oldest first. */
    public List<Earlier> earlierOf(Contacts.Row contact, Reading reading) {
        if (!contact.corrected()) {
            return List.of();
        }
        var wordings = revisions.of(contact);
        reading.prepare(wordings.stream().flatMap(Revisions.Row::sealed));
        var earlier = new ArrayList<Earlier>();
        for (var number = 0; number < wordings.size() - 1; number++) {
            earlier.add(earlier(wordings.get(number), wordings.get(number + 1), reading));
        }
        return earlier;
    }

    private static Earlier earlier(Revisions.Row wording, Revisions.Row next, Reading reading) {
        return new Earlier(
                wording.revisionId(),
                wording.date(),
                wording.text(reading).orElse(null),
                wording.circumstances(reading).orElse(null),
                wording.author(),
                wording.at(),
                next.at(),
                next.reason(),
                next.reasonText(reading).orElse(null));
    }
}
