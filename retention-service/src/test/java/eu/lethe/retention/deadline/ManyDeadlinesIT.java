package eu.lethe.retention.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.retention.schedule.ShippedSchedule;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What falls due soon is listed without reading what falls due later. */
class ManyDeadlinesIT {

    private static final int DEADLINES = Integer.getInteger("lethe.deadlines", 50_000);
    private static final int A_DAY = DEADLINES / 1_000;
    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final LocalDate FAR = LocalDate.parse("2200-01-01");

    private final KnownThings known = new KnownThings();
    private final Deadlines deadlines = new Deadlines(known.database, ShippedSchedule.read());

    @BeforeEach
    void deadlines_on_a_thousand_days() {
        known.database
                .sql("""
                        insert into deadline (person_id, file_id, unit, rule, compartments, since, due_on)
                        select gen_random_uuid(), gen_random_uuid(), case n % 3 when 0 then 'north' else 'centre' end,
                               case n % 2 when 0 then 'single-visit' else 'support-file' end, '{identity}',
                               cast(:first as date) - 365, cast(:first as date) + n % 1000
                          from generate_series(1, :deadlines) n""")
                .param("first", FIRST)
                .param("deadlines", DEADLINES)
                .update();
        known.database.sql("analyze").update();
    }

    @Test
    void what_falls_due_within_days_is_read_and_nothing_else() {
        assertThat(rowsReadFor(FIRST.plusDays(5), null, null)).isLessThan(6L * A_DAY);
    }

    @Test
    void so_is_it_when_everything_was_asked_for_before() {
        known.together(() -> {
            for (var times = 0; times < 12; times++) {
                deadlines.dueBefore(FAR, null, null);
                deadlines.dueBefore(FAR, "support-file", "centre");
            }

            assertThat(rowsReadFor(FIRST.plusDays(5), null, null)).isLessThan(6L * A_DAY);
            assertThat(rowsReadFor(FIRST.plusDays(5), "support-file", "centre")).isLessThan(6L * A_DAY);
        });
    }

    @Test
    void they_are_of_the_rule_and_unit_that_were_asked_for_soonest_first() {
        var found = deadlines.dueBefore(FIRST.plusDays(5), "support-file", "north");

        assertThat(found).isNotEmpty().allSatisfy(one -> {
            assertThat(one.rule()).isEqualTo("support-file");
            assertThat(one.unit()).isEqualTo("north");
        });
        assertThat(found).extracting(Deadline::dueOn).isSorted();
        assertThat(List.of(
                        deadlines
                                .dueBefore(FIRST.plusDays(5), "support-file", null)
                                .size(),
                        deadlines.dueBefore(FIRST.plusDays(5), null, null).size()))
                .containsExactly(2 * A_DAY, 5 * A_DAY);
    }

    @Test
    void all_are_before_a_day_beyond_every_calendar_and_none_before_all_time() {
        assertThat(deadlines.dueBefore(LocalDate.MAX, null, null)).hasSize(DEADLINES);
        assertThat(deadlines.dueBefore(LocalDate.MIN, null, null)).isEmpty();
    }

    private long rowsReadFor(LocalDate day, @Nullable String rule, @Nullable String unit) {
        return known.rowsReadBy(() -> deadlines.dueBefore(day, rule, unit));
    }
}
