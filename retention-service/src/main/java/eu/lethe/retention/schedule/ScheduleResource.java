package eu.lethe.retention.schedule;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the retention schedule. */
@RestController
class ScheduleResource {

    record Rule(
            String code,
            String label,
            String compartment,
            String trigger,
            String period,
            String action,
            boolean visaRequired,
            String legalSource) {}

    record Rules(List<Rule> items) {}

    private final RetentionSchedule schedule;

    ScheduleResource(RetentionSchedule schedule) {
        this.schedule = schedule;
    }

    @GetMapping("/api/retention/schedule")
    @Operation(summary = "How long what is kept, and on which ground")
    Rules schedule(Locale locale) {
        return new Rules(schedule.rules().stream()
                .map(rule -> new Rule(
                        rule.code(),
                        rule.label().in(locale),
                        rule.compartment(),
                        rule.trigger(),
                        rule.period().toString(),
                        rule.action(),
                        rule.visaRequired(),
                        rule.legalSource()))
                .toList());
    }
}
