package eu.lethe.cases.search;

import com.ibm.icu.text.Transliterator;
import eu.lethe.platform.web.CleanText;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * Understands a name of any script as it is written with the letters a to z: without accents, however many, without what
 * nobody sees, of one width and case. What another script has no letter for stays as it is, so that at least the same text
 * finds it.
 */
final class PlainLetters {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    /** Letters that only modify another, as a transliteration writes what Latin has no letter for. */
    private static final Pattern MODIFIERS = Pattern.compile("(?<=\\p{L})['\\u2018\\u2019]|[\\p{Lm}\\p{Sk}]");

    /** A consonant of Arabic and Hebrew that is a vowel to who hears it. */
    private static final Pattern AYIN = Pattern.compile("\\u02BF|(?<![\\p{L}\\p{M}])[\\u02BE\\u2018](?=\\p{L})");

    /** As names are romanised in passports where there is a usual way, and by the rules of each script otherwise. */
    private static final Transliterator ROMANISED =
            Transliterator.getInstance("Russian-Latin/BGN; Greek-Latin/UNGEGN; Armenian-Latin/BGN; "
                    + "Ethiopic-Latin/ES3842; Any-Latin; NFD; Lower");

    private PlainLetters() {}

    /** The text in plain letters; what is not a letter or a digit is as it was. */
    static String of(String text) {
        var seen = CleanText.keeping(
                Normalizer.normalize(text, Normalizer.Form.NFKC), character -> !CleanText.isUnseen(character));
        var latin = isLatin(seen) ? seen : romanised(seen);
        return folded(
                MARKS.matcher(Normalizer.normalize(latin, Normalizer.Form.NFD)).replaceAll(""));
    }

    /** Whether the text is written in a script that leaves most vowels out. */
    static boolean leavesVowelsOut(String text) {
        return text.codePoints()
                .mapToObj(UnicodeScript::of)
                .anyMatch(script -> script == UnicodeScript.ARABIC || script == UnicodeScript.HEBREW);
    }

    /** Whether the text has no letter of another script. */
    static boolean isLatin(String text) {
        return text.codePoints()
                .mapToObj(UnicodeScript::of)
                .allMatch(script -> script == UnicodeScript.LATIN
                        || script == UnicodeScript.COMMON
                        || script == UnicodeScript.INHERITED);
    }

    private static String romanised(String text) {
        // the ending of many Arabic names of women is no t to the ear
        var heard = text.replace('\u0629', '\u0647');
        String written;
        synchronized (ROMANISED) {
            // not documented to be safe for threads
            written = ROMANISED.transliterate(heard);
        }
        var vowels = leavesVowelsOut(text) ? AYIN.matcher(written).replaceAll("a") : written;
        return MODIFIERS.matcher(vowels).replaceAll("");
    }

    private static String folded(String text) {
        var letters = text.toCharArray();
        // one character folds into four at most
        var folded = new char[letters.length * 4];
        var length = ASCIIFoldingFilter.foldToASCII(letters, 0, folded, 0, letters.length);
        return digits(new String(folded, 0, length)).toLowerCase(Locale.ROOT);
    }

    private static String digits(String text) {
        return text.codePoints()
                .map(character -> Character.isDigit(character) ? '0' + Character.digit(character, 10) : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
