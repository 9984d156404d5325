package eu.lethe.cases.search;

import eu.lethe.cases.access.ReadablePersons;
import eu.lethe.cases.person.Duplicates;
import eu.lethe.cases.person.Duplicates.Merge;
import eu.lethe.cases.search.NameIndex.Found;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.security.Caller;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Finding a person of one's own unit. What is typed comes in the body: an address may end up in a log. */
@RestController
class SearchResource {

    private static final int MOST = 20;
    /** Some of whom the caller may not see, or are one person. */
    private static final int MOST_LOOKED_AT = 3 * MOST;

    /** What somebody remembers of a name, and perhaps a year of birth. */
    record SearchRequest(@NotBlank @Size(max = 200) String text) {

        @Override
        public String toString() {
            return "SearchRequest[…]";
        }
    }

    /**
     * Whom it may be, best match first.
     *
     * @param more whether there are others, whom a longer text would show
     */
    record Results(List<Item> items, boolean more) {}

    /**
     * One person.
     *
     * @param birthYear where the day is not known
     */
    record Item(
            UUID personId,
            @Nullable UUID fileId,
            String familyName,
            @Nullable String givenName,
            @Nullable LocalDate birthDate,
            @Nullable Integer birthYear,
            String unit,
            @Nullable LocalDate lastContactOn) {

        @Override
        public String toString() {
            return "Item[" + personId + "]";
        }
    }

    private final NameIndexBuild build;
    private final NameIndex index;
    private final FoundFiles files;
    private final Duplicates duplicates;
    private final ReadablePersons readable;
    private final Timer searched;

    SearchResource(
            NameIndexBuild build,
            NameIndex index,
            FoundFiles files,
            Duplicates duplicates,
            ReadablePersons readable,
            MeterRegistry meters) {
        this.build = build;
        this.index = index;
        this.files = files;
        this.duplicates = duplicates;
        this.readable = readable;
        this.searched =
                Timer.builder("lethe.searched").publishPercentileHistogram().register(meters);
    }

    /** Finds persons of the caller's unit by name. */
    @PostMapping("/api/cases/search")
    Results search(@Valid @RequestBody SearchRequest request, Caller caller) {
        var unit = caller.requireUnit();
        var reader = caller.staffId();
        if (!build.built()) {
            throw build.underWay();
        }
        var start = Timer.start();
        var matches = index.find(request.text(), unit, MOST_LOOKED_AT);
        var found = throughKeptRecords(matches, unit);
        var rows = files.of(found.stream().map(Found::personId).toList(), reader);
        var seen = found.stream()
                .flatMap(person -> item(person, rows.get(person.personId())))
                .toList();
        var items = seen.stream().limit(MOST).toList();
        readable.noteShown(items.stream().map(Item::personId).toList(), caller, "search", Compartment.IDENTITY);
        start.stop(searched);
        return new Results(items, seen.size() > MOST || matches.size() == MOST_LOOKED_AT);
    }

    /** A duplicate's names find the record that is kept, once. */
    private List<Found> throughKeptRecords(List<Found> found, String unit) {
        var merges = duplicates.among(found.stream().map(Found::personId).toList());
        var kept = index
                .all(merges.values().stream().map(Merge::personId).distinct().toList())
                .stream()
                .filter(person -> person.unit().equals(unit))
                .collect(Collectors.toMap(Found::personId, person -> person));
        return found.stream()
                .flatMap(person -> Optional.ofNullable(merges.get(person.personId()))
                        .map(merge -> Optional.ofNullable(kept.get(merge.personId())))
                        .orElseGet(() -> Optional.of(person))
                        .stream())
                .collect(Collectors.toMap(Found::personId, person -> person, (first, _) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    private static Stream<Item> item(Found person, FoundFiles.@Nullable Row row) {
        return row != null && !row.readable()
                ? Stream.empty()
                : Stream.of(new Item(
                        person.personId(),
                        row == null ? null : row.fileId(),
                        person.familyName(),
                        person.givenName(),
                        person.birthDate(),
                        person.birthYear(),
                        person.unit(),
                        row == null ? null : row.lastContactOn()));
    }
}
