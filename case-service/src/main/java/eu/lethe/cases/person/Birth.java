package eu.lethe.cases.person;

import eu.lethe.contracts.events.cases.Identity;
import eu.lethe.platform.time.PlausibleDay;
import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Understands when somebody was born as far as it is known: on a day, or in a year. */
public sealed interface Birth {

    /** The day is known, and with it the year. */
    record OnDay(LocalDate day) implements Birth {

        @Override
        public @Nullable Integer yearAlone() {
            return null;
        }

        @Override
        public int year() {
            return day.getYear();
        }

        @Override
        public LocalDate earliest() {
            return day;
        }

        @Override
        public LocalDate latest() {
            return day;
        }

        @Override
        public String iso() {
            return day.toString();
        }

        @Override
        public String toString() {
            return "OnDay[…]";
        }
    }

    /** The year alone is known: it may have been any of its days. */
    record InYear(int year) implements Birth {

        @Override
        public @Nullable LocalDate day() {
            return null;
        }

        @Override
        public Integer yearAlone() {
            return year;
        }

        @Override
        public LocalDate earliest() {
            return LocalDate.of(year, Month.JANUARY, 1);
        }

        @Override
        public LocalDate latest() {
            return LocalDate.of(year, Month.DECEMBER, 31);
        }

        @Override
        public String iso() {
            return Integer.toString(year);
        }

        @Override
        public String toString() {
            return "InYear[…]";
        }
    }

    /** As it is kept of a person; empty when nobody knows it. */
    static Optional<Birth> of(Identity identity) {
        return of(identity.birthDate(), identity.birthYear());
    }

    /** A day says its year, so that of both the day counts. */
    static Optional<Birth> of(@Nullable LocalDate day, @Nullable Integer year) {
        return day == null ? Optional.ofNullable(year).map(InYear::new) : Optional.of(new OnDay(day));
    }

    /** Reads what {@link #iso()} has written. */
    static Birth ofIso(String iso) {
        return iso.contains("-") ? new OnDay(LocalDate.parse(iso)) : new InYear(Integer.parseInt(iso));
    }

    /** The year, known in any case. */
    int year();

    /** The day, where it is known. */
    @Nullable LocalDate day();

    /** The year, where it is all that is known. */
    @Nullable Integer yearAlone();

    /** The first day on which it can have been. */
    LocalDate earliest();

    /** The last day on which it can have been. */
    LocalDate latest();

    /** ISO 8601, to the precision that is known: {@code 1987} or {@code 1987-12-03}. */
    String iso();

    /** Whether both can be true of one person. */
    default boolean agrees(Birth other) {
        return !earliest().isAfter(other.latest()) && !other.earliest().isAfter(latest());
    }

    /**
     * Whether the other says the same, and more exactly. A first of January does not: who knows the year alone often writes it.
     */
    default boolean isRefinedBy(Birth other) {
        return this instanceof InYear
                && other instanceof OnDay
                && agrees(other)
                && other.latest().isAfter(earliest());
    }

    /** Their age on a day that is not before, as statistics need it. */
    default String ageBandOn(LocalDate day) {
        return AgeBand.on(day, this);
    }

    /** Why nobody who lives can have been born then, as a code; null when somebody can. */
    default @Nullable String flaw(LocalDate today) {
        return PlausibleDay.flawOfALife(earliest(), latest(), today);
    }
}
