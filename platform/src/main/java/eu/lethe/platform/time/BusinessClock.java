package eu.lethe.platform.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.function.Supplier;

/**
 * Understands what time it is for deadlines, grace periods and 'today', and for nothing else: tokens, leases and message
 * timestamps go by the real clocks.
 */
public final class BusinessClock {

    private final Clock wall;
    private final ZoneId zone;
    private final Supplier<List<TemporalAmount>> advances;

    /**
     * @param zone where the agency is; a day ends at its midnight
     * @param advances the amounts by which the clock was moved forward, in order; asked at each reading
     */
    public BusinessClock(Clock wall, ZoneId zone, Supplier<List<TemporalAmount>> advances) {
        this.wall = wall;
        this.zone = zone;
        this.advances = advances;
    }

    /** Now. */
    public Instant now() {
        return atZone().toInstant();
    }

    /** The agency's calendar day. */
    public LocalDate today() {
        return atZone().toLocalDate();
    }

    /** The agency's calendar day of a moment. */
    public LocalDate dayOf(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    /** The agency's time zone. */
    public ZoneId zone() {
        return zone;
    }

    /** The amounts by which the clock was moved forward. */
    public List<TemporalAmount> advances() {
        return advances.get();
    }

    private ZonedDateTime atZone() {
        var time = ZonedDateTime.ofInstant(wall.instant(), zone);
        for (var advance : advances.get()) {
            time = time.plus(advance);
        }
        return time;
    }

    /**
     * Reads an amount such as {@code P2Y1D} or {@code PT36H} (ISO 8601), with or without a leading plus sign.
     *
     * @throws DateTimeParseException when it is neither a period nor a duration
     */
    public static TemporalAmount amount(String text) {
        var amount = text.startsWith("+") ? text.substring(1) : text;
        return amount.startsWith("PT") ? Duration.parse(amount) : Period.parse(amount);
    }
}
