package eu.lethe.local.demo;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Understands who comes to the fictitious agency: names, ages, households and addresses of a département that does not exist.
 * Telephone numbers are those that the regulator reserves for fiction, e-mail addresses those reserved for examples. The
 * islands are not here: their unit still works on paper.
 */
final class Cast {

    private static final List<Situation> SITUATIONS = Situation.all();
    private static final List<String> FAMILY_NAMES = DemoText.lines("family-names.txt").stream()
            .flatMap(line -> Arrays.stream(line.split(" ")))
            .map(name -> name.replace('_', ' '))
            .toList();
    private static final List<GivenNames> GIVEN_NAMES =
            DemoText.lines("given-names.txt").stream().map(GivenNames::of).toList();
    private static final List<String> PLACES = DemoText.lines("places.txt");
    private static final List<String> STREETS = DemoText.lines("streets.txt");

    /** Of one person in so many the agency was told no more than the year of birth. */
    private static final int YEAR_ALONE_OF = 12;

    private final LocalDate today;
    private final Rhythm rhythm;

    Cast(LocalDate today) {
        this.today = today;
        this.rhythm = new Rhythm(today);
    }

    /** The person at this place in the plan: the same in every load with the same today. */
    DemoPerson person(int index) {
        var chance = new Chance(index);
        var days = rhythm.days(index, chance);
        var situation = chance.oneOf(SITUATIONS, it -> it.share() * (days.size() == 1 && isQuick(it) ? 10 : 1));
        var woman = situation.womanOnly() || chance.percent(57);
        var age = chance.between(situation.youngest(), situation.oldest());
        var household = chance.oneOf(situation.households());
        var born = today.minusYears(age).minusDays(chance.between(0, 364));
        var familyName = chance.oneOf(FAMILY_NAMES);
        var givenName = givenName(woman ? "f" : "m", born.getYear(), chance);
        var daughter = chance.percent(50);
        var wording = new Wording(woman, givenName(daughter ? "cf" : "cm", 2016, chance), daughter, chance);
        var others = SITUATIONS.stream()
                .filter(it -> it.suits(household, age, woman))
                .toList();
        var turned = others.isEmpty() ? situation : chance.oneOf(others);
        var children = household.contains("parent") || household.contains("children");
        var place = chance.oneOf(PLACES).split(" ", 2);
        return new DemoPerson(
                index,
                place[0],
                familyName,
                givenName,
                new DemoBirth(born, index % YEAR_ALONE_OF != YEAR_ALONE_OF - 1),
                "%d %s, %s".formatted(chance.between(1, 118), chance.oneOf(STREETS), place[1]),
                chance.percent(85) ? phone(chance) : null,
                chance.percent(age < 70 ? 45 : 12) ? email(givenName, familyName) : null,
                household,
                new Narrative(wording, chance)
                        .of(
                                days,
                                children ? situation : situation.withoutChildren(),
                                children ? turned : turned.withoutChildren(),
                                today),
                consents(index, chance),
                Episodes.of(index, today, days.getLast(), wording, familyName, household));
    }

    /** What one visit may settle. */
    private static boolean isQuick(Situation situation) {
        return situation.name().equals("acces-droits") || situation.name().equals("energie");
    }

    private static List<DemoPerson.Consent> consents(int index, Chance chance) {
        var consents = new ArrayList<DemoPerson.Consent>();
        var withdraws = index % 60 == 11;
        if (withdraws || chance.percent(28)) {
            consents.add(new DemoPerson.Consent("contact-reminders", null, given(chance), withdraws));
        }
        if (chance.percent(16)) {
            consents.add(new DemoPerson.Consent("partner-referral", "partners", given(chance), index % 45 == 20));
        }
        if (chance.percent(7)) {
            consents.add(new DemoPerson.Consent("case-conference", "partners", given(chance), false));
        }
        return consents;
    }

    private static String given(Chance chance) {
        return chance.percent(65) ? "orally" : "in-writing";
    }

    private static String givenName(String sex, int year, Chance chance) {
        return chance.oneOf(GIVEN_NAMES.stream()
                .filter(it -> it.sex().equals(sex) && year >= it.from() && year <= it.until())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The demo data has no given names of " + year))
                .names());
    }

    private static String phone(Chance chance) {
        return "06 39 98 %02d %02d".formatted(chance.between(0, 99), chance.between(0, 99));
    }

    private static String email(String givenName, String familyName) {
        var plain = Normalizer.normalize(givenName + "." + familyName, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace(' ', '-');
        return plain.toLowerCase(Locale.ROOT) + "@example.org";
    }

    /** Understands which given names were given when. */
    private record GivenNames(String sex, int from, int until, List<String> names) {

        static GivenNames of(String line) {
            var parts = line.split(" ");
            var years = parts[1].split("-", 2);
            return new GivenNames(
                    parts[0],
                    Integer.parseInt(years[0]),
                    Integer.parseInt(years[1]),
                    List.of(parts).subList(2, parts.length));
        }
    }
}
