package eu.lethe.retention.keys;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.contracts.sealing.KeyId;
import eu.lethe.retention.epoch.Rotation;
import eu.lethe.retention.keys.KeyRemover.Doomed;
import eu.lethe.retention.running.RunningRetention;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Keys are born, leased, suspended and removed while epochs follow one another. */
class RotationUnderLoadIT extends RunningRetention {

    private static final int ROUNDS = 12;
    private static final int PERSONS = 200;

    @Autowired
    private Rotation rotation;

    @Autowired
    private ContentKeys keys;

    @Autowired
    private Suspension suspension;

    @Autowired
    private KeyRemover remover;

    @Autowired
    private Compartments compartments;

    @Test
    void nothing_is_lost_and_nothing_comes_back() throws InterruptedException, ExecutionException {
        List<Callable<List<UUID>>> work = new ArrayList<>();
        for (var round = 0; round < ROUNDS; round++) {
            work.add(() -> {
                rotation.rotate();
                return List.of();
            });
            work.add(this::aLife);
        }
        List<UUID> removed = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var done : threads.invokeAll(work)) {
                removed.addAll(done.get());
            }
        }

        assertThat(removed).hasSize(ROUNDS * PERSONS);
        assertThat(keys.present(kids(removed, Compartment.IDENTITY))).isEmpty();
        assertThat(keys.find(kids(removed, Compartment.RIGHTS))).hasSize(ROUNDS * PERSONS);
    }

    private List<UUID> aLife() {
        var persons = keys.reserve(PERSONS);
        assertThat(keys.find(kids(persons, Compartment.IDENTITY))).hasSize(PERSONS);
        var erasure = UUID.randomUUID();
        suspension.suspend(
                erasure,
                persons.stream().collect(Collectors.toMap(Function.identity(), _ -> compartments.ofWholePerson())));
        var gone = remover.remove(
                erasure,
                persons.stream().map(person -> new Doomed(person, true)).toList(),
                LocalDate.EPOCH);
        assertThat(gone).hasSize(PERSONS * compartments.ofWholePerson().size());
        return persons;
    }

    private static List<KeyId> kids(List<UUID> persons, Compartment compartment) {
        return persons.stream().map(person -> new KeyId(person, compartment, 1)).toList();
    }
}
