package eu.lethe.reporting.rebuild;

import eu.lethe.platform.sealing.KeyRefused;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;

/** {@code POST /actuator/rebuild}: an administrator has everything counted again. */
@Component
@Endpoint(id = "rebuild")
class RebuildEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildEndpoint.class);
    private static final int ATTEMPTS = 5;

    private final Rebuild rebuild;
    private final Timer timer;

    RebuildEndpoint(Rebuild rebuild, MeterRegistry meters) {
        this.rebuild = rebuild;
        this.timer = meters.timer("lethe.rebuild");
    }

    /** Begins anew while people are suspended under its hands, as an erasure of many does for some time. */
    @WriteOperation
    Rebuild.Outcome run() {
        for (var attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return timer.record(rebuild::run);
            } catch (KeyRefused meanwhile) {
                LOG.info(
                        "figures are counted again from the start: somebody's keys are {} meanwhile",
                        meanwhile.reason());
            }
        }
        return timer.record(rebuild::run);
    }
}
