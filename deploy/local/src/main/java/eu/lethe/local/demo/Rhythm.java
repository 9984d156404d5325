package eu.lethe.local.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Understands how often people come and when they came last: once, for a season, or for years; so that of a hundred files
 * about eight are past their deadline, twelve are near it, and the others are far from it.
 */
final class Rhythm {

    private static final int YEARS = 3;
    /** Those with a date of their own; the movable ones would not be noticed. */
    private static final Set<MonthDay> HOLIDAYS = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(5, 1),
            MonthDay.of(5, 8),
            MonthDay.of(7, 14),
            MonthDay.of(8, 15),
            MonthDay.of(11, 1),
            MonthDay.of(11, 11),
            MonthDay.of(12, 25));

    private final LocalDate today;

    Rhythm(LocalDate today) {
        this.today = today;
    }

    /** The days of a person's contacts, oldest first. */
    List<LocalDate> days(int index, Chance chance) {
        var wanted = count(chance);
        var last = workingDay(last(index, wanted, chance));
        var days = new TreeSet<LocalDate>();
        days.add(last);
        if (wanted > 1) {
            var earliest = today.minusYears(YEARS).plusDays(3);
            var span = Math.toIntExact(
                    Math.min((long) wanted * chance.between(12, 40), last.toEpochDay() - earliest.toEpochDay()));
            var first = workingDay(last.minusDays(Math.max(span, 7)));
            days.add(first);
            for (var i = 2; i < wanted; i++) {
                days.add(workingDay(first.plusDays(chance.between(1, Math.max(span, 7) - 1))));
            }
        }
        return List.copyOf(days);
    }

    private static int count(Chance chance) {
        var kind = chance.between(1, 100);
        if (kind <= 26) {
            return 1;
        }
        if (kind <= 38) {
            return chance.between(2, 3);
        }
        if (kind <= 73) {
            return chance.between(4, 12);
        }
        return kind <= 94 ? chance.between(14, 26) : chance.between(30, 45);
    }

    /** Counted back from the deadline: one year after a single visit, two years after the last contact of a support. */
    private LocalDate last(int index, int contacts, Chance chance) {
        var kept = contacts == 1 ? 1 : 2;
        return switch (index % 25) {
            case 3, 14 -> today.minusDays(chance.between(5, 100)).minusYears(kept);
            case 7, 12, 20 -> today.plusDays(chance.between(6, 60)).minusYears(kept);
            default -> today.minusDays(chance.between(1, contacts == 1 ? 260 : 420));
        };
    }

    /** The office is closed at weekends and on holidays: what would fall there was written the working day before. */
    private static LocalDate workingDay(LocalDate day) {
        var open = day;
        while (open.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue() || HOLIDAYS.contains(MonthDay.from(open))) {
            open = open.minusDays(1);
        }
        return open;
    }
}
