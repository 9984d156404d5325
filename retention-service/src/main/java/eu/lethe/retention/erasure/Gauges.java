package eu.lethe.retention.erasure;

import eu.lethe.platform.time.BusinessClock;
import eu.lethe.retention.deadline.Deadlines;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** Understands what an operator watches: what is due, and how many erasures are in which state. */
@Component
class Gauges implements MeterBinder {

    private final Deadlines deadlines;
    private final ErasureRuns runs;
    private final BusinessClock clock;

    Gauges(Deadlines deadlines, ErasureRuns runs, BusinessClock clock) {
        this.deadlines = deadlines;
        this.runs = runs;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("lethe.retention.deadlines.due", deadlines, all -> all.countToErase(clock.today()))
                .register(registry);
        for (var state : ErasureState.values()) {
            Gauge.builder(
                            "lethe.retention.erasures",
                            runs,
                            all -> all.countByState().getOrDefault(state.code(), 0))
                    .tag("state", state.code())
                    .register(registry);
        }
    }
}
