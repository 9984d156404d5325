package eu.lethe.consents.person;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Understands which records are of one person where something is handed on because they are: what a message told of is a hint
 * to ask case-service, and nothing more.
 */
@Component
public class RecordsOfPerson {

    /**
     * Records of one person.
     *
     * @param personId through which they are read
     */
    public record Records(UUID personId, List<UUID> all) {

        /** Copies the list. */
        public Records {
            all = List.copyOf(all);
        }
    }

    private final Duplicates duplicates;
    private final Merges merges;

    RecordsOfPerson(Duplicates duplicates, Merges merges) {
        this.duplicates = duplicates;
        this.merges = merges;
    }

    /**
     * The records of whom this one is of.
     *
     * @throws eu.lethe.platform.problem.Problem 503 while case-service, which is asked where others are said to be, does not answer
     */
    public Records with(UUID recordId) {
        var said = new LinkedHashSet<>(
                duplicates.recordsOf(duplicates.keptInsteadOf(recordId).orElse(recordId)));
        said.add(recordId);
        if (said.size() == 1) {
            return new Records(recordId, List.of(recordId));
        }
        var kept = merges.among(said);
        var person = kept.getOrDefault(recordId, recordId);
        return new Records(
                person,
                Stream.concat(Stream.of(person), said.stream())
                        .distinct()
                        .filter(record -> kept.getOrDefault(record, record).equals(person))
                        .toList());
    }
}
