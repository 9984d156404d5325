package eu.lethe.cases.reported;

import eu.lethe.platform.catalogue.CatalogueAutoConfiguration.CatalogueFiles;
import eu.lethe.platform.catalogue.CatalogueTable;
import java.time.LocalDate;
import java.time.Period;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Understands when what a third party reported is looked at again: rule {@code third-party} of {@code retention-schedule.csv}. */
@Component
final class ReviewRule {

    private static final String RULE = "third-party";

    private final Period period;

    @Autowired
    ReviewRule(CatalogueFiles files) {
        this(
                CatalogueTable.read(
                                files.file("retention-schedule.csv"),
                                row -> new Line(row.text("code"), row.text("period")))
                        .stream()
                        .filter(line -> line.code().equals(RULE))
                        .map(line -> Period.parse(line.period()))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("retention-schedule.csv has no rule " + RULE)));
    }

    ReviewRule(Period period) {
        this.period = period;
    }

    private record Line(String code, String period) {}

    /** The day of the next review. */
    LocalDate nextAfter(LocalDate day) {
        return day.plus(period);
    }
}
