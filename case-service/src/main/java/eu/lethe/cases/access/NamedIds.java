package eu.lethe.cases.access;

import eu.lethe.platform.sealing.Clear;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Understands whom a command names, by what its members are called: persons, files, memberships and information, which are all
 * somebody's. A member that could name somebody and is not known here is an error, so that nobody is named unseen.
 */
public final class NamedIds {

    private enum Kind {
        PERSON,
        MENTIONED,
        FILE,
        MEMBERSHIP,
        INFORMATION,
        NOBODY
    }

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("personId", Kind.PERSON),
            Map.entry("duplicateId", Kind.PERSON),
            Map.entry("mentioned", Kind.MENTIONED),
            Map.entry("fileId", Kind.FILE),
            Map.entry("membershipId", Kind.MEMBERSHIP),
            Map.entry("membershipIds", Kind.MEMBERSHIP),
            Map.entry("informationId", Kind.INFORMATION),
            // nobody is ever registered under the id of a source
            Map.entry("sourceId", Kind.NOBODY),
            // staff
            Map.entry("author", Kind.NOBODY),
            Map.entry("workerId", Kind.NOBODY),
            Map.entry("workerIds", Kind.NOBODY),
            Map.entry("referent", Kind.NOBODY),
            Map.entry("ask", Kind.NOBODY),
            // records of a file that the command names as well, or that are about to be made
            Map.entry("contactId", Kind.NOBODY),
            Map.entry("assessmentId", Kind.NOBODY),
            Map.entry("referralId", Kind.NOBODY),
            Map.entry("answerId", Kind.NOBODY),
            Map.entry("attachmentId", Kind.NOBODY),
            Map.entry("revisionId", Kind.NOBODY),
            Map.entry("readRevisionId", Kind.NOBODY),
            Map.entry("readCodingId", Kind.NOBODY),
            Map.entry("readRestrictionId", Kind.NOBODY),
            Map.entry("read", Kind.NOBODY),
            Map.entry("codingId", Kind.NOBODY),
            Map.entry("consentId", Kind.NOBODY),
            Map.entry("exclusionId", Kind.NOBODY),
            Map.entry("restrictionId", Kind.NOBODY),
            Map.entry("accessId", Kind.NOBODY),
            Map.entry("householdId", Kind.NOBODY),
            Map.entry("newHouseholdId", Kind.NOBODY),
            Map.entry("newMembershipId", Kind.NOBODY),
            Map.entry("erasureId", Kind.NOBODY),
            Map.entry("erasures", Kind.NOBODY),
            Map.entry("certificateId", Kind.NOBODY));

    private final Set<UUID> persons = new HashSet<>();
    private final Set<UUID> mentioned = new HashSet<>();
    private final Set<UUID> files = new HashSet<>();
    private final Set<UUID> memberships = new HashSet<>();
    private final Set<UUID> information = new HashSet<>();

    private NamedIds() {}

    /**
     * Whom the command names.
     *
     * @throws IllegalStateException when it has a member that could name somebody and is not known
     */
    static NamedIds in(Record command) {
        var named = new NamedIds();
        named.add(command);
        return named;
    }

    /** Who gives the command: its author, or the worker it is about when it has none. */
    static Optional<UUID> actor(Record command) {
        return member(command, "author").or(() -> member(command, "workerId"));
    }

    /** The persons, by themselves; those of the files are not among them. */
    public Set<UUID> persons() {
        return Stream.concat(persons.stream(), mentioned.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Those of the persons whom the command is about, and does not only mention. */
    Set<UUID> concerned() {
        return Set.copyOf(persons);
    }

    Set<UUID> mentioned() {
        return Set.copyOf(mentioned);
    }

    Set<UUID> files() {
        return Set.copyOf(files);
    }

    Set<UUID> memberships() {
        return Set.copyOf(memberships);
    }

    Set<UUID> information() {
        return Set.copyOf(information);
    }

    private void add(Record named) {
        for (var component : named.getClass().getRecordComponents()) {
            add(component.getName(), valueOf(component, named));
        }
    }

    private void add(String name, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case UUID id -> of(name).ifPresent(ids -> ids.add(id));
            // what is written is text and codes
            case Clear<?> _ -> {}
            case Collection<?> several -> several.forEach(one -> add(name, one));
            case Record part -> add(part);
            default -> {}
        }
    }

    private Optional<Set<UUID>> of(String name) {
        return switch (KINDS.get(name)) {
            case null -> throw new IllegalStateException("whether " + name + " names somebody is not known");
            case PERSON -> Optional.of(persons);
            case MENTIONED -> Optional.of(mentioned);
            case FILE -> Optional.of(files);
            case MEMBERSHIP -> Optional.of(memberships);
            case INFORMATION -> Optional.of(information);
            case NOBODY -> Optional.empty();
        };
    }

    private static Optional<UUID> member(Record command, String name) {
        return List.of(command.getClass().getRecordComponents()).stream()
                .filter(component -> component.getName().equals(name))
                .map(component -> valueOf(component, command))
                .filter(UUID.class::isInstance)
                .map(UUID.class::cast)
                .findFirst();
    }

    private static @Nullable Object valueOf(RecordComponent component, Record of) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(of);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
