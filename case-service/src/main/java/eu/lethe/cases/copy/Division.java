package eu.lethe.cases.copy;

import eu.lethe.cases.contact.ContactOutlines.Outline;
import eu.lethe.platform.problem.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Understands how a copy is divided that is too long for one document: by contacts, from the oldest to the newest, so that what
 * is added changes the last part alone. Whatever is no contact belongs to the first part. A division is named after the
 * contacts, wordings, codes and documents that it was made from: as soon as one of them is another, so is the name.
 */
final class Division {

    /**
     * Some of the contacts, one after the other.
     *
     * @param of how many parts there are
     * @param key by which it is known whether it is still the same part, whatever its number; empty when it is all of the copy
     */
    record Part(int number, int of, String key, List<Outline> contacts) {

        boolean isFirst() {
            return number == 1;
        }

        /** Whether there are others. */
        boolean isOneOfSeveral() {
            return of > 1;
        }

        List<UUID> contactIds() {
            return contacts.stream().map(Outline::contactId).toList();
        }

        LocalDate from() {
            return contacts.getFirst().date();
        }

        LocalDate to() {
            return contacts.getLast().date();
        }

        @Override
        public String toString() {
            return "Part[" + number + " of " + of + "]";
        }
    }

    private static final String WHOLE = "";

    private final String id;
    private final List<Part> parts;
    private final Map<String, Integer> numbers = new HashMap<>();

    private Division(String id, List<Part> parts) {
        this.id = id;
        this.parts = parts;
        parts.forEach(part -> part.contacts()
                .forEach(contact -> Stream.concat(
                                contact.wordings().stream().map(CopyTexts::contactPlace),
                                contact.documents().stream().map(CopyTexts::documentPlace))
                        .forEach(place -> numbers.put(place, part.number()))));
    }

    /**
     * Divides contacts.
     *
     * @param most of what a part weighs; a contact that alone weighs more is a part of its own
     */
    static Division of(Collection<Outline> contacts, long most) {
        var runs = new ArrayList<List<Outline>>();
        var run = new ArrayList<Outline>();
        var weight = 0L;
        for (var contact : inOrder(contacts)) {
            if (!run.isEmpty() && weight + contact.weight() > most) {
                runs.add(List.copyOf(run));
                run.clear();
                weight = 0;
            }
            run.add(contact);
            weight += contact.weight();
        }
        runs.add(List.copyOf(run));
        var parts = new ArrayList<Part>();
        for (var number = 1; number <= runs.size(); number++) {
            var of = runs.get(number - 1);
            parts.add(new Part(number, runs.size(), runs.size() == 1 ? WHOLE : key(number, of), of));
        }
        return new Division(
                Decision.digestOf(runs.stream().map(Division::marks).collect(Collectors.joining("\n\n"))),
                List.copyOf(parts));
    }

    private static List<Outline> inOrder(Collection<Outline> contacts) {
        return contacts.stream()
                .sorted(Comparator.comparing(Outline::date)
                        .thenComparing(Outline::recordedAt)
                        .thenComparing(Outline::contactId))
                .toList();
    }

    private static String key(int number, List<Outline> contacts) {
        return Decision.digestOf((number == 1 ? "first\n" : "") + marks(contacts));
    }

    private static String marks(List<Outline> contacts) {
        return contacts.stream().map(Division::mark).collect(Collectors.joining("\n"));
    }

    private static String mark(Outline contact) {
        return Stream.of(
                        contact.contactId(),
                        contact.date(),
                        contact.wordings(),
                        contact.documents(),
                        contact.codingId(),
                        contact.readable())
                .map(Object::toString)
                .collect(Collectors.joining("|"));
    }

    /** The name. */
    String id() {
        return id;
    }

    /** One at least. */
    List<Part> parts() {
        return parts;
    }

    boolean isInSeveral() {
        return parts.size() > 1;
    }

    /** Persons whom any of the contacts is about. */
    Set<UUID> mentioned() {
        var mentioned = new HashSet<UUID>();
        parts.forEach(part -> part.contacts().forEach(contact -> mentioned.addAll(contact.mentioned())));
        return mentioned;
    }

    /** In which part a text stands, by its place; each in one, and what stands nowhere any more in the first. */
    int numberOf(String place) {
        return numbers.getOrDefault(place.substring(0, Math.max(0, place.lastIndexOf('.'))), 1);
    }

    /**
     * A part as somebody asks for it.
     *
     * @param number null for a copy that is all in one
     * @param division in which they know it
     * @throws Problem 400 {@code copy-part-unclear}; 404 {@code copy-part-unknown}; 409 {@code copy-divided-anew} when the
     *     division is another by now; 422 {@code copy-in-parts} when there are several and none is named
     */
    Part require(@Nullable Integer number, @Nullable String division) {
        if (number == null ? division != null : number < 1) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "copy-part-unclear");
        }
        if (number == null) {
            if (isInSeveral()) {
                throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "copy-in-parts");
            }
            return parts.getFirst();
        }
        if (division != null && !division.equals(id)) {
            throw Problem.of(HttpStatus.CONFLICT, "copy-divided-anew");
        }
        if (number > parts.size()) {
            throw Problem.of(HttpStatus.NOT_FOUND, "copy-part-unknown");
        }
        if (division == null) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "copy-part-unclear");
        }
        return parts.get(number - 1);
    }
}
