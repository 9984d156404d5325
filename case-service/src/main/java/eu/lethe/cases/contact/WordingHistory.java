package eu.lethe.cases.contact;

import eu.lethe.cases.contact.ContactContent.Wording;
import eu.lethe.contracts.events.cases.ContactEvent.ContactCorrected;
import eu.lethe.contracts.events.cases.ContactEvent.ContactRecorded;
import eu.lethe.contracts.sealing.Sealed;
import eu.lethe.platform.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Understands how a contact came to be worded as it is: all its wordings, oldest first; the last is in force. */
record WordingHistory(List<Version> versions) {

    /**
     * One wording.
     *
     * @param correction why it took the place of the one before; null for the first
     * @param at when it was written, in whichever file the contact was then
     */
    record Version(Wording wording, @Nullable Correction correction, UUID author, Instant at) {}

    /** Why a contact was worded anew. */
    record Correction(String reason, @Nullable Sealed<String> reasonText) {}

    WordingHistory {
        versions = List.copyOf(versions);
    }

    /**
     * Of what happened to one contact, in its order. A contact that was withdrawn and restored came back with the wording it
     * had: that adds none.
     *
     * @throws Problem 410 when all that worded it went with its keys
     */
    static WordingHistory in(Stream<?> events) {
        var versions = events.flatMap(WordingHistory::version).toList();
        if (versions.isEmpty()) {
            throw Problem.of(HttpStatus.GONE, "erased");
        }
        return new WordingHistory(versions);
    }

    private static Stream<Version> version(Object event) {
        return switch (event) {
            case ContactRecorded recorded ->
                Stream.of(new Version(
                        new Wording(recorded.contactId(), recorded.date(), recorded.text(), recorded.circumstances()),
                        null,
                        recorded.author(),
                        recorded.writtenAt()));
            case ContactCorrected corrected ->
                Stream.of(new Version(
                        new Wording(
                                corrected.revisionId(), corrected.date(), corrected.text(), corrected.circumstances()),
                        new Correction(corrected.reason(), corrected.reasonText()),
                        corrected.author(),
                        corrected.writtenAt()));
            default -> Stream.empty();
        };
    }

    Version first() {
        return versions.getFirst();
    }

    /** All but the first. */
    List<Version> corrections() {
        return versions.subList(1, versions.size());
    }

    Version inForce() {
        return versions.getLast();
    }

    /** All that is sealed in it. */
    Stream<Sealed<?>> sealed() {
        return versions.stream().mapMulti((version, all) -> {
            all.accept(version.wording().text());
            Optional.ofNullable(version.wording().circumstances()).ifPresent(all);
            Optional.ofNullable(version.correction())
                    .map(Correction::reasonText)
                    .ifPresent(all);
        });
    }
}
