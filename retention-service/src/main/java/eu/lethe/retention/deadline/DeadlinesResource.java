package eu.lethe.retention.deadline;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.retention.schedule.RetentionRule;
import eu.lethe.retention.schedule.RetentionSchedule;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what falls due. */
@RestController
class DeadlinesResource {

    record Item(
            UUID personId,
            @Nullable UUID fileId,
            String unit,
            String rule,
            String ruleLabel,
            String action,
            LocalDate dueOn,
            List<Compartment> compartments) {}

    record Items(List<Item> items, int total) {}

    private final Deadlines deadlines;
    private final RetentionSchedule schedule;

    DeadlinesResource(Deadlines deadlines, RetentionSchedule schedule) {
        this.deadlines = deadlines;
        this.schedule = schedule;
    }

    @GetMapping("/api/retention/deadlines")
    @Operation(summary = "What falls due before a day, soonest first")
    Items dueBefore(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate dueBefore,
            @RequestParam(required = false) @Nullable String rule,
            @RequestParam(required = false) @Nullable String unit,
            Locale locale) {
        var items = deadlines.dueBefore(dueBefore, rule, unit).stream()
                .map(deadline -> new Item(
                        deadline.personId(),
                        deadline.fileId(),
                        deadline.unit(),
                        deadline.rule(),
                        label(deadline.rule(), locale),
                        action(deadline.rule()),
                        deadline.dueOn(),
                        deadline.compartments()))
                .toList();
        return new Items(items, items.size());
    }

    /** What is done when it has passed: {@code review} asks a worker, {@code erase} an administrator. */
    private String action(String rule) {
        return schedule.of(rule).map(RetentionRule::action).orElse("erase");
    }

    private String label(String rule, Locale locale) {
        return schedule.of(rule).map(known -> known.label().in(locale)).orElse(rule);
    }
}
