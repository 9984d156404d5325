package eu.lethe.cases.person;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.sealing.KeyLeases;
import eu.lethe.platform.sealing.KeyLeases.Current;
import eu.lethe.platform.sealing.KeysUnavailable;
import eu.lethe.platform.sealing.LeasedKeys;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Understands the ids that wait for a person, or for somebody who reports about one: made by retention-service with a key for every compartment, the keys already
 * leased, so that somebody can be registered, and spoken with, while retention-service is away for a moment.
 */
@Component
public class ReservedPersons {

    private static final int ENOUGH = 32;

    /** Who it is, what was said and its codes. */
    private static final List<Compartment> FIRST_VISIT =
            List.of(Compartment.IDENTITY, Compartment.NARRATIVE, Compartment.CODING, Compartment.HEALTH);

    /** What the first visit needs, and what a third party needs who reports. */
    private static final List<Compartment> NEEDED = Stream.concat(
                    FIRST_VISIT.stream(), Stream.of(Compartment.THIRD_PARTY))
            .toList();

    /** Leases are renewed when less than this is left of them. */
    private static final Duration LEASED_AHEAD = Duration.ofMinutes(4);

    private final KeyLeases keeper;
    private final LeasedKeys keys;
    private final ConcurrentLinkedQueue<UUID> reserve = new ConcurrentLinkedQueue<>();

    ReservedPersons(KeyLeases keeper, LeasedKeys keys, MeterRegistry meters) {
        this.keeper = keeper;
        this.keys = keys;
        meters.gaugeCollectionSize("lethe.persons.reserved", List.of(), reserve);
    }

    /**
     * Takes an id that was never given to anybody.
     *
     * @throws Problem 503 when none is left and retention-service is away
     */
    public UUID take() {
        var reserved = reserve.poll();
        if (reserved != null) {
            return reserved;
        }
        fill();
        reserved = reserve.poll();
        if (reserved == null) {
            throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "keys-unavailable");
        }
        return reserved;
    }

    /**
     * Makes as many ids as are asked for at once, the keys of a first visit leased.
     *
     * @throws KeysUnavailable when retention-service is away
     */
    public List<UUID> take(int count) {
        var made = keeper.reserve(count);
        keys.prefetchCurrent(needs(made, FIRST_VISIT));
        return made;
    }

    /** Gives back an id that could not be given to anybody. */
    public void giveBack(UUID unused) {
        reserve.add(unused);
    }

    @Scheduled(fixedDelayString = "PT1S")
    void fill() {
        try {
            var missing = ENOUGH - reserve.size();
            if (missing > 0) {
                var made = keeper.reserve(missing);
                reserve.addAll(made);
                keys.prefetchCurrent(needs(made, NEEDED));
            }
        } catch (KeysUnavailable away) {
            // the reserve is there for just this moment; the next round fills it
        }
    }

    @Scheduled(fixedDelayString = "PT20S", initialDelayString = "PT20S")
    void keepLeased() {
        try {
            keys.keepCurrent(needs(reserve, NEEDED), LEASED_AHEAD);
        } catch (KeysUnavailable away) {
            // what is leased stays so until it ends
        }
    }

    private static List<Current> needs(Collection<UUID> persons, List<Compartment> compartments) {
        return persons.stream()
                .flatMap(person -> compartments.stream().map(compartment -> new Current(person, compartment)))
                .toList();
    }
}
