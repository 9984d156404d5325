package eu.lethe.cases.contact;

import eu.lethe.cases.access.ReadablePersons;
import eu.lethe.cases.person.Persons;
import eu.lethe.contracts.events.cases.Identity;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.sealing.Opener;
import eu.lethe.platform.security.Caller;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Understands the other persons a contact is about: they are known here, and named to those who may read about them. */
@Component
public class MentionedPersons {

    /**
     * A person whom a contact mentions.
     *
     * @param name null for a reader who may not read about them, and once it is gone
     * @param fileId their file, for a reader who may read it
     */
    public record Mention(
            UUID personId, @Nullable Name name, @Nullable UUID fileId) {}

    /** What a person is called. */
    public record Name(String familyName, @Nullable String givenName) {

        @Override
        public String toString() {
            return "Name[…]";
        }
    }

    /**
     * All that a person is called.
     *
     * @param others names that they go by or had
     */
    public record Called(Name name, List<String> others) {

        @Override
        public String toString() {
            return "Called[…]";
        }
    }

    private final Persons persons;
    private final ReadablePersons readable;
    private final Opener opener;

    MentionedPersons(Persons persons, ReadablePersons readable, Opener opener) {
        this.persons = persons;
        this.readable = readable;
        this.opener = opener;
    }

    /**
     * Refuses persons who were never registered here, or are erased.
     *
     * @throws Problem 400 naming which
     */
    void requireKnown(List<UUID> mentioned) {
        requireKnownOrMentionedBefore(mentioned, List.of());
    }

    /** Like {@link #requireKnown}; who stands there already may stay, though they have been erased since. */
    void requireKnownOrMentionedBefore(List<UUID> mentioned, List<UUID> before) {
        var present = persons.presentAmong(mentioned);
        var unknown = new ArrayList<Problem.FieldError>();
        for (var index = 0; index < mentioned.size(); index++) {
            if (!present.contains(mentioned.get(index)) && !before.contains(mentioned.get(index))) {
                unknown.add(new Problem.FieldError("/persons/" + index, "unknown"));
            }
        }
        if (!unknown.isEmpty()) {
            throw Problem.invalid(unknown);
        }
    }

    /** Whoever is kept from somebody mentioned takes no mention of them away either. */
    void requireNotKeptFrom(List<UUID> mentioned, Caller caller) {
        readable.requireNotKeptOut(caller.staffId(), mentioned, false);
    }

    /** The persons, as the reader may see them; names opened in one batch, and noted in the access journal as a list. */
    public Map<UUID, Mention> seenBy(Caller reader, Collection<UUID> mentioned) {
        var seen = new HashMap<UUID, Mention>();
        mentioned.forEach(person -> seen.put(person, new Mention(person, null, null)));
        shownTo(reader, mentioned)
                .forEach((person, identity) -> seen.put(
                        person.personId(),
                        new Mention(
                                person.personId(),
                                identity.map(MentionedPersons::name).orElse(null),
                                person.fileId())));
        return seen;
    }

    /** All that those are called whom the reader may read about; opened in one batch, and noted as a list. */
    public List<Called> calledTo(Caller reader, Collection<UUID> persons) {
        return shownTo(reader, persons).values().stream()
                .flatMap(Optional::stream)
                .map(identity -> new Called(
                        name(identity),
                        Stream.concat(identity.aliases().stream(), identity.earlierNames().stream())
                                .toList()))
                .toList();
    }

    private Map<Persons.Row, Optional<Identity>> shownTo(Caller reader, Collection<UUID> mentioned) {
        var shown = persons.among(readable.readableAmong(Set.copyOf(mentioned), reader));
        var admission = readable.noteShown(
                shown.stream().map(Persons.Row::personId).toList(), reader, "list", Compartment.IDENTITY);
        var reading = opener.reading(admission).prepare(shown.stream().map(Persons.Row::identity));
        return shown.stream().collect(Collectors.toMap(person -> person, person -> person.identityInList(reading)));
    }

    private static Name name(Identity identity) {
        return new Name(identity.familyName(), identity.givenName());
    }
}
