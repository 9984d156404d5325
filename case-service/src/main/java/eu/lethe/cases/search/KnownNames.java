package eu.lethe.cases.search;

import eu.lethe.cases.access.ReadablePersons;
import eu.lethe.cases.person.Duplicates;
import eu.lethe.cases.person.Duplicates.Merge;
import eu.lethe.cases.search.NameIndex.Found;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.security.Caller;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Understands what persons of one's own unit are called, for a list in which they stand. Whoever the reader may not see is not in it. */
@Component
public class KnownNames {

    /**
     * Somebody who is known.
     *
     * @param birthYear where the day is not known
     */
    public record Known(
            UUID personId,
            @Nullable UUID fileId,
            String familyName,
            @Nullable String givenName,
            @Nullable LocalDate birthDate,
            @Nullable Integer birthYear) {

        @Override
        public String toString() {
            return "Known[" + personId + "]";
        }
    }

    private final NameIndex index;
    private final FoundFiles files;
    private final Duplicates duplicates;
    private final ReadablePersons readable;

    KnownNames(NameIndex index, FoundFiles files, Duplicates duplicates, ReadablePersons readable) {
        this.index = index;
        this.files = files;
        this.duplicates = duplicates;
        this.readable = readable;
    }

    /**
     * Who they are, a duplicate as the record that is kept, and notes that they were shown.
     *
     * @param reason as the access journal says it
     */
    public Map<UUID, Known> shown(Collection<UUID> personIds, Caller caller, String reason) {
        var merges = duplicates.among(personIds);
        var kept = personIds.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        person -> Optional.ofNullable(merges.get(person))
                                .map(Merge::personId)
                                .orElse(person)));
        var rows = files.of(kept.values(), caller.staffId());
        var unit = caller.requireUnit();
        var names = index.all(kept.values().stream().distinct().toList()).stream()
                .filter(found -> found.unit().equals(unit))
                .collect(Collectors.toMap(Found::personId, Function.identity()));
        var known = new HashMap<UUID, Known>();
        kept.forEach((asked, person) -> Optional.ofNullable(names.get(person))
                .ifPresent(found -> Optional.ofNullable(rows.get(person))
                        .filter(FoundFiles.Row::readable)
                        .ifPresent(row -> known.put(asked, known(found, row)))));
        readable.noteShown(
                known.values().stream().map(Known::personId).distinct().toList(), caller, reason, Compartment.IDENTITY);
        return known;
    }

    private static Known known(Found person, FoundFiles.Row row) {
        return new Known(
                person.personId(),
                row.fileId(),
                person.familyName(),
                person.givenName(),
                person.birthDate(),
                person.birthYear());
    }
}
