package eu.lethe.retention.erasure;

import eu.lethe.platform.time.BusinessClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Understands the safeguards of an erasure.
 *
 * @param grace how long keys are suspended before they are removed, by the business clock
 * @param shareLimit the share of the base above which the number of persons must be confirmed
 * @param batch of how many persons keys are removed in one go
 * @param confirmedBy the services whose confirmation is waited for
 */
@ConfigurationProperties("lethe.retention.erasure")
record ErasureProperties(
        Duration grace,
        double shareLimit,
        @DefaultValue("1000") int batch,
        Set<String> confirmedBy) {

    /** When a grace that begins now ends: days are the calendar's, also when the clocks are changed in between. */
    Instant graceEndsAt(BusinessClock clock) {
        var days = grace.toDays();
        return clock.now()
                .atZone(clock.zone())
                .plusDays(days)
                .plus(grace.minusDays(days))
                .toInstant();
    }
}
