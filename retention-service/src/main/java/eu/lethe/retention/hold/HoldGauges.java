package eu.lethe.retention.hold;

import eu.lethe.platform.time.BusinessClock;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** Understands what an operator watches of holds: how many there are, and how many nobody has looked at by their day. */
@Component
class HoldGauges implements MeterBinder {

    private static final String HOLDS = "lethe.retention.holds";
    private static final String STATE = "state";

    private final Holds holds;
    private final BusinessClock clock;

    HoldGauges(Holds holds, BusinessClock clock) {
        this.holds = holds;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(HOLDS, holds, Holds::countInForce).tag(STATE, "in-force").register(registry);
        Gauge.builder(HOLDS, holds, all -> all.countToReassess(clock.today()))
                .tag(STATE, "to-reassess")
                .register(registry);
    }
}
