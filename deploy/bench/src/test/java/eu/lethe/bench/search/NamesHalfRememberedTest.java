package eu.lethe.bench.search;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.bench.population.Population;
import eu.lethe.bench.population.Remembered;
import eu.lethe.cases.search.NameIndex;
import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.KeyId;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesHalfRememberedTest {

    private static final String UNIT = "centre";
    private static final KeyId KEY = new KeyId(UUID.randomUUID(), Compartment.IDENTITY, 1);
    private static final int PERSONS = 10_000;
    private static final int NAMES = 200;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void who_is_meant_is_among_the_first_five_for_19_names_of_20(long seed) throws IOException {
        var population = Population.of(PERSONS, seed);
        try (var index = new NameIndex(Set::copyOf)) {
            population.forEach(person -> index.put(person.id(), UNIT, KEY, person.identity()));

            var missed = Remembered.of(population, NAMES, seed).stream()
                    .filter(name -> !found(index, name))
                    .toList();

            assertThat(missed).as("names of seed %d that were not found", seed).hasSizeLessThanOrEqualTo(NAMES / 20);
        }
    }

    private static boolean found(NameIndex index, Remembered name) {
        return index.find(name.typed(), UNIT, Searches.FIRST).stream()
                .anyMatch(person -> person.personId().equals(name.sought()));
    }
}
