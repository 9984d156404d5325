package eu.lethe.cases.copy;

import eu.lethe.contracts.sealing.Compartment;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/** Understands how many readings become few lines: one for each reader and reason, the latest first. */
final class ReadingsSummedUp {

    /**
     * What somebody read for one reason.
     *
     * @param reader null where their name is not known any more
     */
    record Line(
            @Nullable String reader,
            String reason,
            int times,
            Instant first,
            Instant last,
            List<Compartment> compartments) {

        private Line and(PersonalCopy.Reading reading) {
            SequencedSet<Compartment> all = new LinkedHashSet<>(compartments);
            all.addAll(reading.compartments());
            return new Line(
                    reader,
                    reason,
                    times + 1,
                    reading.at().isBefore(first) ? reading.at() : first,
                    reading.at().isAfter(last) ? reading.at() : last,
                    List.copyOf(all));
        }
    }

    private record Key(@Nullable String reader, String reason) {}

    private ReadingsSummedUp() {}

    static List<Line> of(Collection<PersonalCopy.Reading> readings) {
        var lines = new LinkedHashMap<Key, Line>();
        readings.forEach(reading -> {
            var key = new Key(reading.reader(), reading.reason());
            var known = lines.get(key);
            lines.put(
                    key,
                    known == null
                            ? new Line(
                                    reading.reader(),
                                    reading.reason(),
                                    1,
                                    reading.at(),
                                    reading.at(),
                                    reading.compartments())
                            : known.and(reading));
        });
        return lines.values().stream()
                .sorted(Comparator.comparing(Line::last).reversed())
                .toList();
    }
}
