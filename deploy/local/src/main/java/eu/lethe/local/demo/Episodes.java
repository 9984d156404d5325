package eu.lethe.local.demo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Understands what else is in the file of some: what a third party reported, an assessment, a referral, a partner who lives
 * with them. Drawn apart from the contacts, so that those stay as they are.
 */
record Episodes(
        @Nullable Report report,
        @Nullable Assessment assessment,
        @Nullable Referral referral,
        @Nullable Partner partner) {

    private static final List<String[]> REPORTS = rows("episodes/reports.txt");
    private static final List<String[]> ASSESSMENTS = rows("episodes/assessments.txt");
    private static final List<String[]> REFERRALS = rows("episodes/referrals.txt");
    private static final int APART = 100_000;

    /** What somebody else said about the person. */
    record Report(
            LocalDate receivedOn,
            String kind,
            String reliability,
            @Nullable String source,
            String text,
            boolean told) {}

    /** How a worker sees the situation. */
    record Assessment(LocalDate date, String situation, String analysis, String goal, LocalDate by) {}

    /** Where the person was sent on to. */
    record Referral(LocalDate date, String recipient, String text, LocalDate followUpOn) {}

    /** Who lives with them. */
    record Partner(String familyName, String givenName, DemoBirth born, LocalDate since) {}

    /** Those of one person: the same in every load with the same today. */
    static Episodes of(
            int index, LocalDate today, LocalDate lastContact, Wording wording, String familyName, String household) {
        var chance = new Chance(APART + index);
        var recent = lastContact.isAfter(today.minusYears(1));
        return new Episodes(
                recent && index % 12 == 5 ? report(chance, today, wording) : null,
                recent && index % 9 == 4 ? assessment(chance, lastContact, wording) : null,
                recent && index % 11 == 6 ? referral(chance, today, lastContact, wording) : null,
                household.startsWith("couple") && index % 3 == 0 ? partner(chance, today, familyName) : null);
    }

    private static Report report(Chance chance, LocalDate today, Wording wording) {
        var row = chance.oneOf(REPORTS);
        var receivedOn = today.minusDays(chance.between(3, 45));
        return new Report(
                receivedOn,
                row[0],
                row[1],
                row[2].equals("-") ? null : row[2],
                wording.of(row[3], receivedOn),
                receivedOn.isBefore(today.minusDays(31)) && chance.percent(60));
    }

    private static Assessment assessment(Chance chance, LocalDate lastContact, Wording wording) {
        var row = chance.oneOf(ASSESSMENTS);
        return new Assessment(
                lastContact,
                wording.of(row[0], lastContact),
                wording.of(row[1], lastContact),
                wording.of(row[2], lastContact),
                lastContact.plusMonths(chance.between(3, 9)));
    }

    private static Referral referral(Chance chance, LocalDate today, LocalDate lastContact, Wording wording) {
        var row = chance.oneOf(REFERRALS);
        return new Referral(
                lastContact, row[0], wording.of(row[1], lastContact), today.plusDays(chance.between(-6, 20)));
    }

    private static Partner partner(Chance chance, LocalDate today, String familyName) {
        return new Partner(
                familyName,
                chance.oneOf(List.of("Dominique", "Camille", "Claude", "Sacha", "Noa", "Andrea")),
                DemoBirth.on(today.minusYears(chance.between(22, 70)).minusDays(chance.between(0, 364))),
                today.minusMonths(chance.between(8, 90)));
    }

    private static List<String[]> rows(String resource) {
        return DemoText.lines(resource).stream()
                .map(line -> line.split(" \\| "))
                .toList();
    }

    @Override
    public String toString() {
        return "Episodes[…]";
    }
}
