package eu.lethe.bench.search;

import eu.lethe.bench.population.Inhabitant;
import eu.lethe.bench.population.Namesakes;
import eu.lethe.bench.population.Population;
import eu.lethe.bench.population.Remembered;
import eu.lethe.bench.population.Remembered.Way;
import eu.lethe.cases.search.NameIndex;
import eu.lethe.contracts.events.EventJson;
import eu.lethe.contracts.events.cases.Identity;
import eu.lethe.contracts.events.cases.PersonEvent;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.ContentKey;
import eu.lethe.contracts.sealing.Jwe;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.contracts.sealing.Sealed;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures the index of names: how long it takes to open and index everybody at start, how long searches take, and how often
 * who was meant is among the first five. All persons are of one unit, which is the worst case.
 */
public final class SearchBench {

    private static final String UNIT = "centre";
    private static final int SEARCHES = 2_000;
    private static final int SCANS = 100;
    private static final JsonMapper JSON = EventJson.mapper();

    private record SealedPerson(UUID id, Sealed<Identity> identity) {}

    private final int persons;
    private final long seed;
    private final PrintStream out;

    /** Of so many persons. */
    public SearchBench(int persons, long seed, PrintStream out) {
        this.persons = persons;
        this.seed = seed;
        this.out = out;
    }

    /** Measures and tells. */
    public void run() throws IOException {
        out.printf(Locale.ROOT, "%,d persons of one unit, seed %d%n", persons, seed);
        var population = Population.of(persons, seed);
        var names = Remembered.of(population, SEARCHES, seed + 1);
        try (var index = new NameIndex(Set::copyOf)) {
            build(population, index);
            // the first searches are for the compiler
            Searches.of(Remembered.of(population, SEARCHES, seed + 2), (typed, first) -> indexed(index, typed, first));
            var searches = Searches.of(names, (typed, first) -> indexed(index, typed, first));
            var scan = new LinearScan(population);
            Searches.of(names.subList(0, SCANS / 10), scan::find);
            var scans = Searches.of(names.subList(0, SCANS), scan::find);
            tell(searches, scans);
            var fair = fair(names, new Namesakes(population));
            tellRecall(searches, fair);
            tellWithYear(
                    population,
                    names.stream().filter(name -> !fair.contains(name)).toList(),
                    index);
        }
    }

    private void build(List<Inhabitant> population, NameIndex index) {
        var key = new ContentKey(new KeyId(new UUID(0, 1), Compartment.IDENTITY, 1), new byte[ContentKey.LENGTH]);
        var sealed = population.stream().map(person -> seal(key, person)).toList();
        var begin = System.nanoTime();
        sealed.forEach(person -> open(key, person));
        var opening = seconds(begin);
        begin = System.nanoTime();
        sealed.forEach(person -> index.put(person.id(), UNIT, key.id(), open(key, person)));
        index.find("premier", UNIT, 1);
        var building = seconds(begin);
        out.printf(
                Locale.ROOT,
                "build      %6.2f s to open and index, %.2f s per 100,000; opening alone %.2f s, ratio %.1f%n",
                building,
                building * 100_000 / persons,
                opening,
                building / opening);
    }

    /** Those that do not fit more persons equally well than are shown first. */
    private static List<Remembered> fair(List<Remembered> names, Namesakes namesakes) {
        return names.stream()
                .filter(name -> namesakes.fewerThan(Searches.FIRST + 1, name))
                .toList();
    }

    private void tell(Searches searches, Searches scans) {
        tell("search", searches);
        tell("yardstick", scans);
        out.printf(
                Locale.ROOT,
                "ratio      p50 %7.3f      p95 %7.3f      to each name compared, letter by letter (Levenshtein)%n",
                searches.milliseconds(50) / scans.milliseconds(50),
                searches.milliseconds(95) / scans.milliseconds(95));
    }

    private void tellRecall(Searches searches, List<Remembered> fair) {
        out.printf(
                Locale.ROOT,
                "recall     %5.1f %% in the first five of %,d names; of all %,d, %.1f %%%n",
                searches.recall(fair),
                fair.size(),
                searches.names().size(),
                searches.recall(searches.names()));
        for (var way : Way.values()) {
            tell(way, searches, fair);
        }
    }

    private void tellWithYear(List<Inhabitant> population, List<Remembered> leftOut, NameIndex index) {
        var persons = population.stream()
                .collect(Collectors.toMap(Inhabitant::id, inhabitant -> inhabitant, (one, _) -> one));
        var again = leftOut.stream()
                .flatMap(name -> Stream.ofNullable(persons.get(name.sought()))
                        .flatMap(sought -> name.withYear(sought.identity()).stream()))
                .toList();
        var searches = Searches.of(again, (typed, first) -> indexed(index, typed, first));
        out.printf(
                Locale.ROOT,
                "left out   %,d that fit more than five persons equally well, such as a Marie Martin;"
                        + " typed with the year of birth %.1f %% of %d%n",
                leftOut.size(),
                searches.recall(again),
                again.size());
    }

    private void tell(String what, Searches searches) {
        out.printf(
                Locale.ROOT,
                "%-10s p50 %7.2f ms   p95 %7.2f ms   worst %7.2f ms   of %,d%n",
                what,
                searches.milliseconds(50),
                searches.milliseconds(95),
                searches.milliseconds(100),
                searches.nanoseconds().size());
    }

    private void tell(Way way, Searches searches, List<Remembered> fair) {
        var all = searches.names().stream().filter(name -> name.way() == way).toList();
        var some = fair.stream().filter(name -> name.way() == way).toList();
        out.printf(
                Locale.ROOT,
                "  %-15s %5.1f %% of %3d; of all %3d, %5.1f %%%n",
                way.toString().toLowerCase(Locale.ROOT).replace('_', ' '),
                searches.recall(some),
                some.size(),
                all.size(),
                searches.recall(all));
    }

    private static List<UUID> indexed(NameIndex index, String typed, int first) {
        return index.find(typed, UNIT, first).stream()
                .map(NameIndex.Found::personId)
                .toList();
    }

    private static SealedPerson seal(ContentKey key, Inhabitant person) {
        return new SealedPerson(
                person.id(),
                Jwe.seal(key, PersonEvent.IDENTITY.in(person.id()), JSON.writeValueAsBytes(person.identity())));
    }

    private static Identity open(ContentKey key, SealedPerson person) {
        return JSON.readValue(Jwe.open(key, PersonEvent.IDENTITY.in(person.id()), person.identity()), Identity.class);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
