package eu.lethe.cases.reported;

import java.time.LocalDate;

/** Understands by when a person is told what others reported about them: within a month, by the calendar (GDPR 14(3)(a)). */
final class NoticePeriod {

    private static final int MONTHS = 1;

    private NoticePeriod() {}

    /** The last day in time. */
    static LocalDate endsOn(LocalDate receivedOn) {
        return receivedOn.plusMonths(MONTHS);
    }
}
