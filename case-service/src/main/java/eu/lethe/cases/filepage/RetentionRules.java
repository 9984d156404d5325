package eu.lethe.cases.filepage;

import eu.lethe.platform.catalogue.CatalogueAutoConfiguration.CatalogueFiles;
import eu.lethe.platform.catalogue.CatalogueTable;
import eu.lethe.platform.catalogue.Label;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Understands the retention schedule as far as a file page tells of it: {@code retention-schedule.csv}. */
@Component
public final class RetentionRules {

    /**
     * A rule.
     *
     * @param trigger what the period runs from, e.g. {@code last-contact}
     */
    public record Rule(String code, String trigger, Period period, Label label) {}

    private final Map<String, Rule> byCode = new LinkedHashMap<>();

    RetentionRules(CatalogueFiles files) {
        CatalogueTable.read(
                        files.file("retention-schedule.csv"),
                        row -> new Rule(
                                row.text("code"), row.text("trigger"), Period.parse(row.text("period")), row.label()))
                .forEach(rule -> byCode.put(rule.code(), rule));
    }

    /** The rule of a code. */
    public Optional<Rule> of(String code) {
        return Optional.ofNullable(byCode.get(code));
    }
}
