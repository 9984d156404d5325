package eu.lethe.retention.erasure;

import eu.lethe.contracts.events.retention.ErasureEvent.Candidate;
import eu.lethe.contracts.events.retention.ErasureEvent.ErasureRefused;
import eu.lethe.contracts.events.retention.ErasureEvent.LeftOut;
import eu.lethe.platform.catalogue.Units;
import eu.lethe.platform.erasure.Phase;
import eu.lethe.platform.security.StaffDirectory;
import eu.lethe.platform.time.BusinessClock;
import eu.lethe.retention.deadline.Base;
import eu.lethe.retention.epoch.StoppedErasures.Stop;
import eu.lethe.retention.erasure.ErasureView.Confirmation;
import eu.lethe.retention.erasure.ErasureView.Count;
import eu.lethe.retention.erasure.ErasureView.Preview;
import eu.lethe.retention.erasure.ErasureView.Progress;
import eu.lethe.retention.erasure.ErasureView.Recalled;
import eu.lethe.retention.erasure.ErasureView.Refused;
import eu.lethe.retention.erasure.ErasureView.Staff;
import eu.lethe.retention.erasure.ErasureView.Together;
import eu.lethe.retention.erasure.Tally.Figures;
import eu.lethe.retention.hold.HoldReason;
import eu.lethe.retention.schedule.RetentionSchedule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Understands how the history of an erasure is told in the reader's language. */
@Component
class ErasureViews {

    private final ErasureHistories histories;
    private final StaffDirectory staff;
    private final RetentionSchedule schedule;
    private final Units units;
    private final Base base;
    private final BusinessClock clock;
    private final ErasureProperties properties;
    private final RemovedInBackups backups;
    private final Tally tally;

    ErasureViews(
            ErasureHistories histories,
            StaffDirectory staff,
            RetentionSchedule schedule,
            Units units,
            Base base,
            BusinessClock clock,
            ErasureProperties properties,
            RemovedInBackups backups,
            Tally tally) {
        this.histories = histories;
        this.staff = staff;
        this.schedule = schedule;
        this.units = units;
        this.base = base;
        this.clock = clock;
        this.properties = properties;
        this.backups = backups;
        this.tally = tally;
    }

    ErasureView of(UUID erasureId, Locale locale) {
        return of(List.of(erasureId), locale).getFirst();
    }

    List<ErasureView> of(List<UUID> erasures, Locale locale) {
        var inBase = base.size();
        var open = tally.open();
        var approved = tally.approved();
        return erasures.stream()
                .map(erasure -> histories.read(erasure, history -> view(history, inBase, open, approved, locale)))
                .toList();
    }

    private ErasureView view(ErasureHistory history, int inBase, Figures open, Figures approved, Locale locale) {
        var preview = history.preview();
        var reason = Reason.of(preview.reason());
        return new ErasureView(
                preview.erasureId(),
                history.state(),
                history.paused(),
                reason,
                reason.label().in(locale),
                preview.rule(),
                preview.dueBefore(),
                preview.at(),
                history.takesUp().isPresent() ? null : staff(preview.by()),
                history.requestedBy().map(this::staff).orElse(null),
                history.approvedBy().map(this::staff).orElse(null),
                history.refused().map(refused -> refused(refused, locale)).orElse(null),
                history.graceEndsAt().map(this::day).orElse(null),
                history.graceEndsAt().orElse(null),
                approvalExpiresAt(history),
                preview(history, inBase, locale),
                together(history, open, approved),
                progress(history),
                backups.of(history).orElse(null),
                history.certificateId().orElse(null),
                history.takesUp().map(ErasureView.TakenUp::new).orElse(null),
                history.recalled()
                        .map(recalled -> new Recalled(Stop.of(recalled.stop()), recalled.at()))
                        .orElse(null));
    }

    private @Nullable Instant approvalExpiresAt(ErasureHistory history) {
        return history.state() == ErasureState.SUSPENDED
                ? history.approvedAt()
                        .map(at -> properties.approvalExpiresAt(at, clock))
                        .orElse(null)
                : null;
    }

    /** What this run and the others take, before each of the three decisions in which it counts. */
    private @Nullable Together together(ErasureHistory history, Figures open, Figures approved) {
        return switch (history.state()) {
            case PREVIEWED -> together(open.with(everybody(history)), history, false);
            case REQUESTED -> together(open.with(everybody(history)), history, true);
            case SUSPENDED ->
                history.paused() ? together(approved.with(history.suspendedPersons()), history, true) : null;
            default -> null;
        };
    }

    private Together together(Tally.Count count, ErasureHistory history, boolean mayBeConfirmed) {
        var confirmed = mayBeConfirmed && count.isConfirmed();
        return new Together(
                count.together(),
                count.share(),
                count.exceeds(properties.shareLimit()) && !confirmed ? count.together() : null,
                history.stopped().isPresent());
    }

    private static List<UUID> everybody(ErasureHistory history) {
        return history.preview().candidates().stream().map(Candidate::personId).toList();
    }

    private Preview preview(ErasureHistory history, int inBase, Locale locale) {
        var candidates = history.preview().candidates();
        var held = history.preview().leftOut();
        var reason = Reason.of(history.preview().reason());
        return new Preview(
                candidates.size() + held.size(),
                candidates.size(),
                held,
                counts(
                        held.stream().map(LeftOut::reason).flatMap(Stream::ofNullable),
                        code -> HoldReason.of(code).label().in(locale)),
                counts(
                        candidates.stream()
                                .map(candidate ->
                                        Optional.ofNullable(candidate.rule()).orElse(reason.code())),
                        code -> schedule.of(code)
                                .map(rule -> rule.label().in(locale))
                                .orElse(reason.label().in(locale))),
                counts(
                        candidates.stream().map(Candidate::unit).flatMap(Stream::ofNullable),
                        code -> units.of(code)
                                .map(unit -> unit.label().in(locale))
                                .orElse(code)),
                counts(
                        candidates.stream()
                                .flatMap(candidate -> candidate.compartments().stream())
                                .map(compartment -> compartment.code()),
                        _ -> null),
                ShareOfBase.of(candidates.size(), inBase + history.removed()));
    }

    private static List<Count> counts(Stream<String> codes, Function<String, @Nullable String> label) {
        return codes
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.summingInt(_ -> 1)))
                .entrySet()
                .stream()
                .map(entry -> new Count(entry.getKey(), label.apply(entry.getKey()), entry.getValue()))
                .toList();
    }

    private Progress progress(ErasureHistory history) {
        return new Progress(
                history.preview().candidates().size(),
                history.suspended(),
                history.removed(),
                history.droppedOut(),
                history.confirmations().stream()
                        .map(word -> new Confirmation(word.by(), Phase.of(word.phase()), word.at()))
                        .toList(),
                history.awaiting(
                        history.state() == ErasureState.SUSPENDED ? properties.caughtUpBy() : properties.confirmedBy()),
                history.late(properties.caughtUpBy()));
    }

    private Refused refused(ErasureRefused refused, Locale locale) {
        var reason = Refusal.of(refused.reason());
        return new Refused(staff(refused.by()), reason, reason.label().in(locale), refused.at());
    }

    private Staff staff(UUID id) {
        return new Staff(id, staff.nameOf(id).orElse(""));
    }

    private LocalDate day(Instant moment) {
        return clock.dayOf(moment);
    }
}
