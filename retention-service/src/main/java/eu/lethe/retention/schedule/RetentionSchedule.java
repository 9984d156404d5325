package eu.lethe.retention.schedule;

import eu.lethe.contracts.sealing.Compartment;
import eu.lethe.platform.catalogue.CatalogueAutoConfiguration.CatalogueFiles;
import eu.lethe.platform.catalogue.CatalogueTable;
import eu.lethe.retention.keys.Compartments;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Understands the agency's retention schedule, {@code retention-schedule.csv}. Every complaint names its line. */
@Component
public class RetentionSchedule {

    /** A file with one contact at most. */
    public static final String SINGLE_VISIT = "single-visit";

    /** A file with follow-up. */
    public static final String SUPPORT_FILE = "support-file";

    /** How many contacts make a file one with follow-up; how many more there are makes no difference. */
    public static final int FOLLOW_UP = 2;

    /** Data that rested on a consent which was withdrawn, and on nothing else. */
    public static final String CONSENT_WITHDRAWN = "consent-withdrawn";

    /** What a third party reported, until it is reviewed. */
    public static final String THIRD_PARTY = "third-party";

    /** What a third party reported and proved unfounded. */
    public static final String THIRD_PARTY_UNFOUNDED = "third-party-unfounded";

    /** A second record of a person, once the merge cannot be undone any more. */
    public static final String MERGED = "merged";

    /** What should have gone with an erased person, and did not. */
    public static final String LEFT_BEHIND = "left-behind";

    /** Health data of a file that lives on; an agency may have no such rule. */
    public static final String HEALTH = "health";

    /** A file with child protection in it; an agency may have no such rule. */
    public static final String CHILD_PROTECTION = "child-protection";

    /** How consents were given, once none is in force; an agency may have no such rule. */
    public static final String CONSENT_EVIDENCE = "consent-evidence";

    /** What was answered and decided about a person, with reasons; an agency may have no such rule. */
    public static final String RIGHTS_REQUEST = "rights-request";

    private static final List<String> NEEDED = List.of(
            SINGLE_VISIT, SUPPORT_FILE, CONSENT_WITHDRAWN, THIRD_PARTY, THIRD_PARTY_UNFOUNDED, MERGED, LEFT_BEHIND);
    private static final String EVERYTHING = "*";
    /** The access journal is no compartment: nothing in it is sealed. */
    private static final String JOURNAL = "journal";

    private final Map<String, RetentionRule> rules = new LinkedHashMap<>();

    @Autowired
    RetentionSchedule(CatalogueFiles files, Compartments compartments) {
        this(files.file("retention-schedule.csv"), compartments.all());
    }

    RetentionSchedule(Resource file, List<Compartment> compartments) {
        CatalogueTable.read(file, row -> {
            var rule = rule(row, compartments);
            if (rules.put(rule.code(), rule) != null) {
                throw new IllegalArgumentException("code " + rule.code() + " stands here for the second time");
            }
            return rule;
        });
        for (var needed : NEEDED) {
            if (!rules.containsKey(needed)) {
                throw new IllegalStateException(file.getFilename() + " has no rule " + needed);
            }
        }
    }

    private static RetentionRule rule(CatalogueTable.Row row, List<Compartment> compartments) {
        var action = row.text("action");
        Category.requireAction(action);
        var rule = new RetentionRule(
                row.text("code"),
                compartment(row.text("compartment"), compartments),
                row.text("trigger"),
                period(row.text("period")),
                action,
                row.flag("visa_required"),
                row.text("legal_source"),
                row.label());
        Category.require(rule);
        return rule;
    }

    private static String compartment(String code, List<Compartment> compartments) {
        var configured = compartments.stream().anyMatch(known -> known.code().equals(code));
        if (!configured && !code.equals(EVERYTHING) && !code.equals(JOURNAL)) {
            throw new IllegalArgumentException("compartment " + code + " is not configured");
        }
        return code;
    }

    private static Period period(String text) {
        try {
            var period = Period.parse(text);
            if (period.isNegative()) {
                throw new IllegalArgumentException("period is negative");
            }
            return period;
        } catch (DateTimeParseException other) {
            throw new IllegalArgumentException("period is not written like P2Y, P6M or P30D");
        }
    }

    /** In the order of the file. */
    public List<RetentionRule> rules() {
        return List.copyOf(rules.values());
    }

    /** The codes of the rules by which something is erased; what is due by another is shown, and left alone. */
    public List<String> erasing() {
        return codes(RetentionRule::erases);
    }

    /** The codes of the other rules. */
    public List<String> leavingAlone() {
        return codes(rule -> !rule.erases());
    }

    private List<String> codes(Predicate<RetentionRule> which) {
        return rules.values().stream().filter(which).map(RetentionRule::code).toList();
    }

    /** The rule of a code. */
    public Optional<RetentionRule> of(String code) {
        return Optional.ofNullable(rules.get(code));
    }

    /**
     * A rule that is known to be there.
     *
     * @throws IllegalArgumentException when it is not
     */
    public RetentionRule require(String code) {
        return of(code).orElseThrow(() -> new IllegalArgumentException("no such rule"));
    }

    /** The rule of a file: from the second contact on it is a support file. */
    public RetentionRule ofFile(int contacts) {
        return require(contacts < FOLLOW_UP ? SINGLE_VISIT : SUPPORT_FILE);
    }
}
