package eu.lethe.retention.schedule;

import eu.lethe.retention.keys.ConfiguredCompartments;
import org.springframework.core.io.ClassPathResource;

/** The schedule that Lethe ships with, for tests. */
public final class ShippedSchedule {

    private ShippedSchedule() {}

    /** Reads it. */
    public static RetentionSchedule read() {
        return new RetentionSchedule(
                new ClassPathResource("catalogue/retention-schedule.csv"),
                ConfiguredCompartments.all().all());
    }
}
