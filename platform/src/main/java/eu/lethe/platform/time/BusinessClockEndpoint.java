package eu.lethe.platform.time;

import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/** Understands how to show which day this service takes it to be. */
@Endpoint(id = "businessclock")
final class BusinessClockEndpoint {

    /**
     * @param offset the amounts by which the clock was moved, ISO 8601, in order
     */
    record Shown(LocalDate today, List<String> offset) {}

    private final BusinessClock clock;

    BusinessClockEndpoint(BusinessClock clock) {
        this.clock = clock;
    }

    @ReadOperation
    Shown show() {
        return new Shown(
                clock.today(), clock.advances().stream().map(Object::toString).toList());
    }
}
