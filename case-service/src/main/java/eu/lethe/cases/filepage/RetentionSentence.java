package eu.lethe.cases.filepage;

import eu.lethe.cases.filepage.RetentionRules.Rule;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Understands how to say in words until when a file is kept, and why. French, or English for an English reader. */
public final class RetentionSentence {

    private static final DateTimeFormatter FRENCH_DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRENCH);
    private static final DateTimeFormatter FRENCH_FIRST = DateTimeFormatter.ofPattern("d'er' MMMM yyyy", Locale.FRENCH);
    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private static final List<String> FRENCH_NUMBERS =
            List.of("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix");
    private static final List<String> ENGLISH_NUMBERS =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

    private static final Map<String, String> FRENCH_TRIGGERS = Map.of(
            "last-contact", "après le dernier contact",
            "information-received", "après la réception de l’information",
            "information-dismissed", "après le classement de l’information",
            "merge-settled", "après la réunion des deux dossiers",
            "person-erased", "après l’effacement de la personne",
            "majority", "après la majorité",
            "consent-withdrawn", "après le retrait du consentement",
            "consent-ended", "après la fin du consentement",
            "request-answered", "après la réponse",
            "recorded", "après l’enregistrement");
    private static final Map<String, String> ENGLISH_TRIGGERS = Map.of(
            "last-contact", "after the last contact",
            "information-received", "after the information was received",
            "information-dismissed", "after the information was dismissed",
            "merge-settled", "after the two files were merged",
            "person-erased", "after the person was erased",
            "majority", "after coming of age",
            "consent-withdrawn", "after the consent was withdrawn",
            "consent-ended", "after the consent ended",
            "request-answered", "after the answer",
            "recorded", "after it was recorded");

    private RetentionSentence() {}

    /** E.g. "Conservé jusqu’au 3 mars 2028, deux ans après le dernier contact". */
    public static String of(Rule rule, LocalDate dueOn, Locale reader) {
        return english(reader)
                ? "Kept until %s%s".formatted(ENGLISH_DAY.format(dueOn), reason(rule, ENGLISH_TRIGGERS, reader))
                : "Conservé jusqu’au %s%s".formatted(frenchDay(dueOn), reason(rule, FRENCH_TRIGGERS, reader));
    }

    private static String reason(Rule rule, Map<String, String> triggers, Locale reader) {
        var trigger = triggers.get(rule.trigger());
        return trigger == null || rule.period().isZero() ? "" : ", " + period(rule.period(), reader) + " " + trigger;
    }

    /** A rule's period is in years, in months or in days. */
    private static String period(Period period, Locale reader) {
        var months = period.toTotalMonths();
        if (months == 0) {
            return count(period.get(ChronoUnit.DAYS), "jour", "jours", "day", reader);
        }
        return months % 12 == 0
                ? count(months / 12, "an", "ans", "year", reader)
                : count(months, "mois", "mois", "month", reader);
    }

    private static String count(long number, String one, String many, String english, Locale reader) {
        return english(reader)
                ? word(number, ENGLISH_NUMBERS) + " " + english + (number == 1 ? "" : "s")
                : word(number, FRENCH_NUMBERS) + " " + (number == 1 ? one : many);
    }

    private static String word(long number, List<String> words) {
        return number < words.size() ? words.get((int) number) : Long.toString(number);
    }

    private static String frenchDay(LocalDate day) {
        return (day.getDayOfMonth() == 1 ? FRENCH_FIRST : FRENCH_DAY).format(day);
    }

    private static boolean english(Locale reader) {
        return Locale.ENGLISH.getLanguage().equals(reader.getLanguage());
    }
}
