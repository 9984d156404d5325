package eu.lethe.retention.schedule;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Understands what there is to keep for a time: what brings it about, and which of a person's data it is. A rule of the schedule
 * that says something else would never apply, and nobody would notice.
 */
enum Category {
    SINGLE_VISIT(RetentionSchedule.SINGLE_VISIT, "last-contact", "*"),
    SUPPORT_FILE(RetentionSchedule.SUPPORT_FILE, "last-contact", "*"),
    CHILD_PROTECTION(RetentionSchedule.CHILD_PROTECTION, "majority", "*"),
    HEALTH(RetentionSchedule.HEALTH, "last-contact", "health"),
    THIRD_PARTY(RetentionSchedule.THIRD_PARTY, "information-received", "third-party"),
    THIRD_PARTY_UNFOUNDED(RetentionSchedule.THIRD_PARTY_UNFOUNDED, "information-dismissed", "third-party"),
    MERGED(RetentionSchedule.MERGED, "merge-settled", "*"),
    LEFT_BEHIND(RetentionSchedule.LEFT_BEHIND, "person-erased", "*"),
    CONSENT_WITHDRAWN(RetentionSchedule.CONSENT_WITHDRAWN, "consent-withdrawn", "*"),
    CONSENT_EVIDENCE(RetentionSchedule.CONSENT_EVIDENCE, "consent-ended", "consent"),
    RIGHTS_REQUEST(RetentionSchedule.RIGHTS_REQUEST, "request-answered", "rights"),
    ACCESS_JOURNAL("access-journal", "recorded", "journal");

    private static final Set<String> ACTIONS =
            Set.of(RetentionRule.ERASE, RetentionRule.REVIEW, RetentionRule.ARCHIVE, RetentionRule.DROP);

    private final String rule;
    private final String trigger;
    private final String compartment;

    Category(String rule, String trigger, String compartment) {
        this.rule = rule;
        this.trigger = trigger;
        this.compartment = compartment;
    }

    /**
     * Refuses a rule that would never apply.
     *
     * @throws IllegalArgumentException naming the rule and what is wrong with it
     */
    static void require(RetentionRule rule) {
        Arrays.stream(values())
                .filter(category -> category.rule.equals(rule.code()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "nothing that happens brings about the rule " + rule.code() + "; there are " + known()))
                .requireOf(rule);
    }

    /**
     * Refuses what is done with nothing.
     *
     * @throws IllegalArgumentException when there is no such action
     */
    static void requireAction(String action) {
        if (!ACTIONS.contains(action)) {
            throw new IllegalArgumentException(
                    "action is none of " + ACTIONS.stream().sorted().collect(Collectors.joining(", ")));
        }
    }

    private void requireOf(RetentionRule of) {
        if (!trigger.equals(of.trigger())) {
            throw new IllegalArgumentException(
                    "the rule %s runs from %s, and never from %s".formatted(rule, trigger, of.trigger()));
        }
        if (!compartment.equals(of.compartment())) {
            throw new IllegalArgumentException(
                    "the rule %s is about %s, and not about %s".formatted(rule, compartment, of.compartment()));
        }
        if (this == ACCESS_JOURNAL && !of.action().equals(RetentionRule.DROP)) {
            throw new IllegalArgumentException("the rule %s drops, and does not %s".formatted(rule, of.action()));
        }
        if (this != ACCESS_JOURNAL && of.action().equals(RetentionRule.DROP)) {
            throw new IllegalArgumentException(
                    "the rule %s erases, reviews or archives, and drops nothing".formatted(rule));
        }
    }

    private static String known() {
        return Arrays.stream(values()).map(category -> category.rule).collect(Collectors.joining(", "));
    }
}
