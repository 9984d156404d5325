package eu.lethe.cases.access;

import eu.lethe.platform.time.BusinessClock;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Understands what a person's copy says of who may not read about them: since when and why, never who. */
@Component
public class BarriersForTheCopy {

    /**
     * Somebody is kept from reading, or all but a few are.
     *
     * @param kind {@code exclusion} or {@code restriction}
     */
    public record Barrier(
            @Pattern(regexp = "exclusion|restriction") String kind, LocalDate since, String reason) {}

    private final ReadingRestrictions restrictions;
    private final BusinessClock clock;

    BarriersForTheCopy(ReadingRestrictions restrictions, BusinessClock clock) {
        this.restrictions = restrictions;
        this.clock = clock;
    }

    /** Those in force for a person. */
    public List<Barrier> of(UUID personId) {
        var barriers = new ArrayList<Barrier>();
        restrictions
                .restrictionsOn(personId)
                .forEach(one -> barriers.add(new Barrier("restriction", day(one.at()), one.reason())));
        restrictions
                .exclusionsFrom(personId)
                .forEach(one -> barriers.add(new Barrier("exclusion", day(one.at()), one.reason())));
        return barriers;
    }

    private LocalDate day(Instant at) {
        return clock.dayOf(at);
    }
}
