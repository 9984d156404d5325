package eu.lethe.bench.search;

import eu.lethe.bench.population.Inhabitant;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The yardstick: compares what is typed with the name of each person, letter by letter (Levenshtein), each word typed with
 * the word that is nearest to it.
 */
final class LinearScan {

    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z0-9]+");

    private record Person(UUID id, List<String> words) {}

    private record Candidate(UUID id, int distance) {}

    private final List<Person> persons;

    LinearScan(List<Inhabitant> population) {
        persons = population.stream()
                .map(inhabitant -> new Person(
                        inhabitant.id(),
                        words(Stream.concat(
                                Stream.of(
                                        inhabitant.identity().familyName(),
                                        String.valueOf(inhabitant.identity().givenName()),
                                        String.valueOf(inhabitant.identity().birthDate())),
                                inhabitant.identity().earlierNames().stream()))))
                .toList();
    }

    /** The nearest, nearest first. */
    List<UUID> find(String typed, int atMost) {
        var wanted = words(Stream.of(typed));
        var nearest =
                new PriorityQueue<>(Comparator.comparingInt(Candidate::distance).reversed());
        for (var person : persons) {
            nearest.add(new Candidate(person.id(), distance(wanted, person.words())));
            if (nearest.size() > atMost) {
                nearest.poll();
            }
        }
        var found = new ArrayList<>(nearest);
        found.sort(Comparator.comparingInt(Candidate::distance));
        return found.stream().map(Candidate::id).toList();
    }

    private static int distance(List<String> wanted, List<String> words) {
        var sum = 0;
        for (var word : wanted) {
            var least = Integer.MAX_VALUE;
            for (var other : words) {
                least = Math.min(least, distance(word, other));
            }
            sum += least;
        }
        return sum;
    }

    private static int distance(String one, String other) {
        var above = new int[other.length() + 1];
        var row = new int[other.length() + 1];
        for (var column = 0; column <= other.length(); column++) {
            above[column] = column;
        }
        for (var line = 1; line <= one.length(); line++) {
            row[0] = line;
            for (var column = 1; column <= other.length(); column++) {
                var changed = above[column - 1] + (one.charAt(line - 1) == other.charAt(column - 1) ? 0 : 1);
                row[column] = Math.min(changed, Math.min(above[column], row[column - 1]) + 1);
            }
            var free = above;
            above = row;
            row = free;
        }
        return above[other.length()];
    }

    private static List<String> words(Stream<String> names) {
        return names.map(name -> Normalizer.normalize(name, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(Locale.ROOT))
                .flatMap(NO_LETTERS::splitAsStream)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
