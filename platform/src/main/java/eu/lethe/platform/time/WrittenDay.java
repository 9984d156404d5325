package eu.lethe.platform.time;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Understands a day as people write it: {@code 1985-12-31}, {@code 31/12/1985}, {@code 31.12.1985}, {@code 31 décembre 1985},
 * {@code 31 Dec. 1985}. The day comes before the month, as in France, unless the year stands first.
 */
public final class WrittenDay {

    private static final String BETWEEN = "\\s*[-/.\\u2010-\\u2015]\\s*";
    private static final String DAY = "(?<day>\\d{1,2})";
    private static final String MONTH = "(?<month>\\d{1,2})";
    private static final String YEAR = "(?<year>\\d{4})";
    private static final List<Pattern> WRITTEN = Stream.of(
                    YEAR + BETWEEN + MONTH + BETWEEN + DAY,
                    DAY + BETWEEN + MONTH + BETWEEN + YEAR,
                    DAY + "(?:er|st|nd|rd|th)?\\s+(?<month>\\p{L}{3,9})\\.?,?\\s+" + YEAR,
                    DAY + "\\s+" + MONTH + "\\s+" + YEAR)
            .map(WrittenDay::alone)
            .toList();

    private static final Pattern YEAR_ALONE = Pattern.compile("\\d{4}");

    /** Of the century that is not said, each is meant. */
    private static final Pattern SHORT = alone(DAY + BETWEEN + MONTH + BETWEEN + "(?<year>\\d{2})");

    private static final List<Integer> CENTURIES = List.of(1900, 2000);

    /** The first twelve in French, then in English. */
    private static final List<String> MONTHS =
            List.of(("janvier fevrier mars avril mai juin juillet aout septembre octobre "
                            + "novembre decembre january february march april may june july august september october november december")
                    .split(" "));

    private static final int MONTHS_OF_A_YEAR = 12;
    private static final Pattern MARKS = Pattern.compile("\\p{M}");

    /**
     * A text and the day that it names.
     *
     * @param days that may be meant; none when it names no day
     * @param rest the text without it
     */
    public record Within(List<LocalDate> days, String rest) {

        @Override
        public String toString() {
            return "Within[" + days.size() + " days]";
        }
    }

    private WrittenDay() {}

    /** The day that the text is; empty when it is something else, or a day that does not exist. */
    public static Optional<LocalDate> of(String text) {
        var plain = plain(text).strip();
        return WRITTEN.stream()
                .map(pattern -> pattern.matcher(plain))
                .filter(Matcher::matches)
                .flatMap(written -> day(written, 0).stream())
                .findFirst();
    }

    /** The year that the text is, in four digits; empty when it is something else. */
    public static Optional<Integer> year(String text) {
        var plain = plain(text).strip();
        return YEAR_ALONE.matcher(plain).matches() ? Optional.of(Integer.valueOf(plain)) : Optional.empty();
    }

    /** The first day that is named somewhere in the text. Its year may be short. */
    public static Within within(String text) {
        var plain = plain(text);
        for (var pattern : WRITTEN) {
            for (var written : pattern.matcher(plain).results().toList()) {
                var day = day(written, 0);
                if (day.isPresent()) {
                    return new Within(List.of(day.get()), without(plain, written));
                }
            }
        }
        for (var written : SHORT.matcher(plain).results().toList()) {
            var days = CENTURIES.stream()
                    .flatMap(century -> day(written, century).stream())
                    .toList();
            if (!days.isEmpty()) {
                return new Within(days, without(plain, written));
            }
        }
        return new Within(List.of(), text);
    }

    private static Optional<LocalDate> day(MatchResult written, int century) {
        try {
            return month(written.group("month"))
                    .map(month -> LocalDate.of(
                            century + Integer.parseInt(written.group("year")),
                            month,
                            Integer.parseInt(written.group("day"))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** A number, or the name of a month or its beginning, where no other month begins so. */
    private static Optional<Integer> month(String written) {
        if (Character.isDigit(written.charAt(0))) {
            return Optional.of(Integer.valueOf(written));
        }
        var name = MARKS.matcher(Normalizer.normalize(written, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        var months = IntStream.range(0, MONTHS.size())
                .filter(place -> MONTHS.get(place).startsWith(name))
                .mapToObj(place -> place % MONTHS_OF_A_YEAR + 1)
                .collect(Collectors.toSet());
        return months.size() == 1 ? months.stream().findFirst() : Optional.empty();
    }

    private static String without(String text, MatchResult written) {
        return text.substring(0, written.start()) + " " + text.substring(written.end());
    }

    /** Composed, of one width, with the digits 0 to 9, and without what nobody sees. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(character -> Character.getType(character) != Character.FORMAT)
                .map(character -> Character.isDigit(character) ? '0' + Character.digit(character, 10) : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Pattern alone(String written) {
        return Pattern.compile("(?<![\\d])" + written + "(?!\\d)", Pattern.UNICODE_CHARACTER_CLASS);
    }
}
