package eu.lethe.retention.erasure;

import eu.lethe.platform.time.BusinessClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Understands the safeguards of an erasure.
 *
 * @param grace how long keys are suspended before they are removed, by the business clock
 * @param approvalValid how long an approval is worth anything, by the business clock
 * @param shareLimit the share of the base, taken by all erasures of a time together, above which the number of persons must
 *     be confirmed
 * @param shareWindow how long what was removed still counts, by the business clock
 * @param batch of how many persons keys are removed in one go
 * @param waitForServices how long after the grace keys wait for services that have not caught up with the suspension, by the
 *     business clock
 * @param confirmedBy the services whose confirmation is waited for
 */
@ConfigurationProperties("lethe.retention.erasure")
record ErasureProperties(
        Duration grace,
        @DefaultValue("P30D") Duration approvalValid,
        double shareLimit,
        @DefaultValue("P30D") Duration shareWindow,
        @DefaultValue("1000") int batch,
        @DefaultValue("P1D") Duration waitForServices,
        Set<String> confirmedBy) {

    static final String OWN_NAME = "retention-service";

    /** Who has to have caught up with the suspension: those who confirm, and this service. */
    Set<String> caughtUpBy() {
        return Stream.concat(confirmedBy.stream(), Stream.of(OWN_NAME)).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether keys may be removed: the grace is over, and every service has caught up or had its time. */
    boolean mayRemove(Instant graceEndsAt, Set<String> caughtUp, BusinessClock clock) {
        var now = clock.now();
        return !now.isBefore(graceEndsAt)
                && (caughtUp.containsAll(caughtUpBy()) || !now.isBefore(graceEndsAt.plus(waitForServices)));
    }

    /** When a grace that begins now ends: days are the calendar's, also when the clocks are changed in between. */
    Instant graceEndsAt(BusinessClock clock) {
        return after(clock.now(), grace, clock);
    }

    /** When an approval of some moment expires. */
    Instant approvalExpiresAt(Instant approvedAt, BusinessClock clock) {
        return after(approvedAt, approvalValid, clock);
    }

    private static Instant after(Instant moment, Duration duration, BusinessClock clock) {
        var days = duration.toDays();
        return moment.atZone(clock.zone())
                .plusDays(days)
                .plus(duration.minusDays(days))
                .toInstant();
    }
}
