package eu.lethe.retention.hold;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.catalogue.Units;
import eu.lethe.platform.problem.Problem;
import eu.lethe.platform.security.StaffDirectory;
import eu.lethe.platform.time.BusinessClock;
import eu.lethe.retention.deadline.Deadlines;
import eu.lethe.retention.hold.HoldView.Kind;
import eu.lethe.retention.hold.HoldView.Reassessed;
import eu.lethe.retention.hold.KnownHold.Done;
import eu.lethe.retention.hold.KnownHold.Released;
import eu.lethe.retention.schedule.RetentionSchedule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Understands how holds are told in the reader's language, and whom they keep who would be due. */
@Component
class HoldViews {

    private final Holds holds;
    private final Deadlines deadlines;
    private final RetentionSchedule schedule;
    private final Units units;
    private final StaffDirectory staff;
    private final BusinessClock clock;

    HoldViews(
            Holds holds,
            Deadlines deadlines,
            RetentionSchedule schedule,
            Units units,
            StaffDirectory staff,
            BusinessClock clock) {
        this.holds = holds;
        this.deadlines = deadlines;
        this.schedule = schedule;
        this.units = units;
        this.staff = staff;
        this.clock = clock;
    }

    List<HoldView> all(boolean released, Locale locale) {
        return views(holds.all(released), locale);
    }

    HoldView of(UUID holdId, Locale locale) {
        return views(List.of(holds.of(holdId).orElseThrow(Problem::notFound)), locale)
                .getFirst();
    }

    private List<HoldView> views(List<KnownHold> known, Locale locale) {
        var today = clock.today();
        var due = known.stream().allMatch(hold -> hold.released() != null) ? Map.<UUID, Integer>of() : dueNow(today);
        return known.stream()
                .map(hold -> view(hold, today, due.getOrDefault(hold.holdId(), 0), locale))
                .toList();
    }

    private HoldView view(KnownHold hold, LocalDate today, int due, Locale locale) {
        return switch (hold.scope()) {
            case Scope.OfPerson(var person) -> view(hold, Kind.PERSON, person, null, null, today, due, locale);
            case Scope.OfUnit(var unit) -> view(hold, Kind.UNIT, null, unit, null, today, due, locale);
            case Scope.OfRule(var rule) -> view(hold, Kind.RULE, null, null, rule, today, due, locale);
        };
    }

    private HoldView view(
            KnownHold hold,
            Kind kind,
            @Nullable UUID person,
            @Nullable String unit,
            @Nullable String rule,
            LocalDate today,
            int due,
            Locale locale) {
        return new HoldView(
                hold.holdId(),
                kind,
                person,
                unit,
                unit == null
                        ? null
                        : units.of(unit).map(known -> known.label().in(locale)).orElse(unit),
                rule,
                rule == null
                        ? null
                        : schedule.of(rule)
                                .map(known -> known.label().in(locale))
                                .orElse(rule),
                hold.reason(),
                hold.reason().label().in(locale),
                staff.named(hold.placed().by()),
                hold.placed().at(),
                hold.reassessOn(),
                hold.isToReassess(today),
                reassessed(hold.reassessed()),
                due,
                released(hold.released(), locale));
    }

    private @Nullable Reassessed reassessed(@Nullable Done done) {
        return done == null ? null : new Reassessed(staff.named(done.by()), done.at());
    }

    private HoldView.@Nullable Released released(@Nullable Released released, Locale locale) {
        return released == null
                ? null
                : new HoldView.Released(
                        staff.named(released.done().by()),
                        released.done().at(),
                        released.reason(),
                        released.reason().label().in(locale));
    }

    /** Of each hold, how many persons it keeps of whom something is due that would be erased. */
    private Map<UUID, Integer> dueNow(LocalDate today) {
        Map<UUID, List<Compartment>> due = new HashMap<>();
        var erasing = schedule.erasing();
        deadlines.dueBefore(today.plusDays(1), null, null).stream()
                .filter(deadline -> erasing.contains(deadline.rule()))
                .forEach(deadline -> due.computeIfAbsent(deadline.personId(), _ -> new ArrayList<>())
                        .addAll(deadline.compartments()));
        Map<UUID, Integer> counts = new HashMap<>();
        holds.against(due)
                .values()
                .forEach(standing -> standing.forEach(hold -> counts.merge(hold.holdId(), 1, Integer::sum)));
        return counts;
    }
}
