package eu.lethe.cases.journal;

import eu.lethe.platform.time.BusinessClock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Understands that who read what is kept for a year, here as in the journal it comes from. */
@Component
final class WhenReadingIsAYearOldThenDropIt {

    private final ReadingElsewhere elsewhere;
    private final BusinessClock clock;

    WhenReadingIsAYearOldThenDropIt(ReadingElsewhere elsewhere, BusinessClock clock) {
        this.elsewhere = elsewhere;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
    void drop() {
        elsewhere.dropBefore(
                clock.today().minusYears(1).atStartOfDay(clock.zone()).toInstant());
    }
}
