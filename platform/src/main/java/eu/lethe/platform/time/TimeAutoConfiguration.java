package eu.lethe.platform.time;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Wires the business clock; {@code lethe.clock.file} is set on a local stack only. */
@AutoConfiguration
public class TimeAutoConfiguration {

    /** The business clock. */
    @Bean
    @ConditionalOnMissingBean
    BusinessClock businessClock(
            @Value("${lethe.time-zone:Europe/Paris}") ZoneId zone, @Value("${lethe.clock.file:}") String file) {
        return new BusinessClock(
                Clock.systemUTC(), zone, file.isBlank() ? () -> List.of() : new AdvancesFile(Path.of(file)));
    }

    /** {@code /actuator/businessclock}. */
    @Bean
    BusinessClockEndpoint businessClockEndpoint(BusinessClock clock) {
        return new BusinessClockEndpoint(clock);
    }
}
