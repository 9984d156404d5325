package eu.lethe.cases.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/** Understands the words of a name, or of what somebody types to find it: without accents, case, hyphens or apostrophes. */
final class NameWords {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9]+");

    private NameWords() {}

    /** The words, in their order. */
    static List<String> of(String text) {
        return BETWEEN_WORDS
                .splitAsStream(folded(text))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String folded(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFKC).toCharArray();
        // one character folds into four at most
        var folded = new char[composed.length * 4];
        var length = ASCIIFoldingFilter.foldToASCII(composed, 0, folded, 0, composed.length);
        return new String(folded, 0, length).toLowerCase(Locale.ROOT);
    }
}
