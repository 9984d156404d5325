package eu.lethe.retention.deadline;

import eu.lethe.retention.schedule.RetentionSchedule;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Understands that a file with child protection in it is kept until some time after the child comes of age, however long ago
 * anybody came. It never shortens what the last contact asks for.
 */
final class ChildProtection {

    private final RetentionSchedule schedule;

    ChildProtection(RetentionSchedule schedule) {
        this.schedule = schedule;
    }

    /** The deadline, or the later one that child protection in any of these files of the person asks for. */
    Deadline orLonger(Stream<Facts.File> files, Deadline ordinary) {
        return schedule.of(RetentionSchedule.CHILD_PROTECTION)
                .flatMap(rule -> majority(files)
                        .map(since -> new Deadline(
                                ordinary.personId(),
                                ordinary.fileId(),
                                ordinary.unit(),
                                rule.code(),
                                ordinary.compartments(),
                                since,
                                rule.dueOn(since))))
                .filter(later -> later.dueOn().isAfter(ordinary.dueOn()))
                .orElse(ordinary);
    }

    /** The day, or the later one until which child protection in any of these files needs all that is in them. */
    LocalDate orLater(Stream<Facts.File> files, LocalDate ordinary) {
        return schedule.of(RetentionSchedule.CHILD_PROTECTION)
                .flatMap(rule -> majority(files).map(rule::dueOn))
                .filter(ordinary::isBefore)
                .orElse(ordinary);
    }

    private static Optional<LocalDate> majority(Stream<Facts.File> files) {
        return files.map(Facts.File::majorityOn).flatMap(Stream::ofNullable).max(LocalDate::compareTo);
    }
}
