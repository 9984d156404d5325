package eu.lethe.retention.deadline;

import eu.lethe.retention.schedule.RetentionSchedule;
import java.time.LocalDate;
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
        var majority =
                files.map(Facts.File::majorityOn).flatMap(Stream::ofNullable).max(LocalDate::compareTo);
        return schedule.of(RetentionSchedule.CHILD_PROTECTION)
                .flatMap(rule -> majority.map(since -> new Deadline(
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

    /** Whether a deadline is child protection's. */
    static boolean keeps(Deadline whole) {
        return whole.rule().equals(RetentionSchedule.CHILD_PROTECTION);
    }
}
