package eu.lethe.cases.search;

import eu.lethe.platform.time.WrittenDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Understands what somebody types to find a person: words of a name, what need not be one of them, and a day or a year of
 * birth.
 *
 * @param words all of them, in their order
 * @param optional those of the words that need not match: titles and particles; none where there are no others
 * @param birthDates that may be meant
 * @param birthYears that may be meant
 * @param withoutVowels whether it is typed in a script that leaves most of them out
 */
record TypedName(
        List<String> words,
        List<String> optional,
        List<LocalDate> birthDates,
        List<Integer> birthYears,
        boolean withoutVowels) {

    private static final Pattern YEAR = Pattern.compile("(1[89]|20)\\d\\d");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final int MOST_WORDS = 8;

    /** Understands a text; nothing in it may be a name or a birth date. */
    static TypedName of(String text) {
        var days = WrittenDay.within(text);
        var names = new ArrayList<String>();
        var years = new ArrayList<Integer>();
        for (var word : NameWords.of(days.rest())) {
            if (days.days().isEmpty() && years.isEmpty() && YEAR.matcher(word).matches()) {
                years.add(Integer.valueOf(word));
            } else if (!NUMBER.matcher(word).matches()) {
                names.add(word);
            }
        }
        while (names.size() > 1 && NameWords.isTitle(names.getFirst())) {
            names.removeFirst();
        }
        var words = List.copyOf(names.subList(0, Math.min(MOST_WORDS, names.size())));
        var optional = words.stream()
                .filter(word -> NameWords.isTitle(word) || NameWords.isParticle(word))
                .toList();
        return new TypedName(
                words,
                optional.size() == words.size() ? List.of() : optional,
                days.days(),
                List.copyOf(years),
                PlainLetters.leavesVowelsOut(days.rest()));
    }

    boolean isEmpty() {
        return words.isEmpty() && !saysBirth();
    }

    /** Whether it says when the person was born. */
    boolean saysBirth() {
        return !birthDates.isEmpty() || !birthYears.isEmpty();
    }

    @Override
    public String toString() {
        return "TypedName[…]";
    }
}
