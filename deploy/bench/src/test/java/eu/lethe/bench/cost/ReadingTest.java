package eu.lethe.bench.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReadingTest {

    private static final Meter SERVICE = new Meter(Meter.Kind.PROCESSOR, "case-service");
    private static final Meter BROKER = new Meter(Meter.Kind.PROCESSOR, "kafka");
    private static final Meter TOPIC = new Meter(Meter.Kind.MESSAGES, "lethe.cases.v1");

    private final Reading before = reading(10, Map.of(SERVICE, 1_000.0, BROKER, 500.0));
    private final Reading after = reading(20, Map.of(SERVICE, 3_000.0, BROKER, 600.0, TOPIC, 40.0));

    @Test
    void a_cost_is_what_moved_divided_by_how_often_it_was_done() {
        var cost = after.since(before).each(20);

        assertThat(cost.of(SERVICE)).isEqualTo(100);
        assertThat(cost.of(TOPIC)).isEqualTo(2);
        assertThat(cost.all(Meter.Kind.PROCESSOR)).isEqualTo(105);
    }

    @Test
    void what_moves_by_itself_is_left_out_for_as_long_as_it_took() {
        var atRest = reading(5, Map.of(SERVICE, 50.0, BROKER, 100.0));

        var cost = after.since(before).without(atRest);

        assertThat(cost.of(SERVICE)).isEqualTo(1_900);
        assertThat(cost.of(BROKER)).isZero();
    }

    private static Reading reading(double seconds, Map<Meter, Double> values) {
        return new Reading(seconds, new TreeMap<>(values));
    }
}
