package eu.lethe.reporting.rebuild;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;

/** {@code POST /actuator/rebuild}: an administrator has everything counted again. */
@Component
@Endpoint(id = "rebuild")
class RebuildEndpoint {

    private final Rebuild rebuild;
    private final Timer timer;

    RebuildEndpoint(Rebuild rebuild, MeterRegistry meters) {
        this.rebuild = rebuild;
        this.timer = meters.timer("lethe.rebuild");
    }

    @WriteOperation
    Rebuild.Outcome run() {
        return timer.record(rebuild::run);
    }
}
