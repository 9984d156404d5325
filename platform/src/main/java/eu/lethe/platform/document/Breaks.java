package eu.lethe.platform.document;

import com.ibm.icu.text.BreakIterator;
import com.openhtmltopdf.extend.FSTextBreaker;
import java.util.Locale;

/**
 * Understands where a line may end: as the reader's language and each alphabet will have it, not after an apostrophe; and where a
 * word is cut that fits on no line: between what a reader takes for characters.
 */
final class Breaks implements FSTextBreaker {

    private final BreakIterator iterator;

    private Breaks(BreakIterator iterator) {
        this.iterator = iterator;
    }

    static Breaks ofLines() {
        return new Breaks(BreakIterator.getLineInstance(Locale.FRENCH));
    }

    static Breaks ofWords() {
        return new Breaks(BreakIterator.getCharacterInstance(Locale.ROOT));
    }

    @Override
    public int next() {
        return iterator.next();
    }

    @Override
    public void setText(String text) {
        iterator.setText(text);
    }
}
